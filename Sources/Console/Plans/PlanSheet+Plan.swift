import ConsoleViewModels
import FoundationEssentials
import Operations

extension PlanSheet {
    /// A plan and how far it has come, in words.
    init(_ plan: Plan, _ progress: PlanProgress, isRunning: Bool) {
        let status = PlanStatus(plan, progress, isRunning: isRunning)
        let rollout = progress.rollout ?? plan.rollout
        let estimate = plan.estimate
        self.init(
            id: plan.id.text, work: plan.work.rawValue.asWords, subject: plan.subject, account: plan.account,
            region: plan.region, created: plan.created.timeIntervalSince1970, state: PlanState(status, progress),
            done: status.done, of: status.of, values: Self.values(plan), asksValue: plan.recipe == .given,
            needsNote: plan.recipe != nil, safeToStop: Self.safety(plan, status), functions: plan.lanes.count,
            steps: plan.steps(in: rollout).map(Step.init),
            holders: plan.holders.map { Remark($0.reference, "\($0.holds): \($0.end)") },
            readers: plan.readers.map { Remark($0.reference, $0.until) },
            leftOut: plan.leftOut.map { Remark($0.reference, $0.why) },
            problems: (status.needsPerson + status.failed).map {
                Remark($0.reference, "\($0.step.words): \($0.words)")
            } + (status.words.map { [Remark(plan.subject, $0)] } ?? []),
            checks: rollout.checks.map(\.text), cannotUndo: plan.cannotUndo, warnings: plan.warnings,
            permissions: Self.permissions(plan),
            estimate: "about \(estimate.calls) calls (\(estimate.sharedCalls) of Lambda's shared quota), "
                + "\(estimate.seconds) s, \(Self.money(estimate.dollars))", waits: PlanWait(plan, status))
    }

    private static func money(_ dollars: Double) -> String {
        dollars == 0 ? "no charge for them" : dollars < 0.01 ? "less than $0.01" : "$\((dollars * 100).rounded() / 100)"
    }

    private static func values(_ plan: Plan) -> [String] {
        var lines: [String] = []
        switch plan.transition {
        case .overlap: lines.append("Overlap: both values work until the old one is retired.")
        case .cutover: lines.append("Cutover: the old value dies when the new one is set; nothing waits in between.")
        case nil: break
        }
        switch plan.recipe {
        case .generated(let value):
            lines.append("The new value is generated when it is applied: \(value.length) characters.")
        case .given: lines.append("The new value is typed when it is applied.")
        case .unchanged: lines.append("The value stays as it is.")
        case .byRotation: lines.append("The rotation makes the new value.")
        case .version(let version): lines.append("The new value is that of version \(version).")
        case nil: lines.append("No value changes.")
        }
        if plan.recipe != nil, !plan.copiesSearched {
            lines.append("Copies of the value were not looked for: that needs a note.")
        }
        return lines
    }

    private static func safety(_ plan: Plan, _ status: PlanStatus) -> String {
        guard status.safeToStop else { return "no, not at this point" }
        return plan.transition == .cutover
            ? "yes, but not between setting the new value and promoting it" : "yes, behind any call"
    }

    /// Each action once, and what was found out about it.
    private static func permissions(_ plan: Plan) -> [String] {
        var denied: [String] = []
        var actions: [String] = []
        for permission in plan.permissions {
            if !actions.contains(permission.action) { actions.append(permission.action) }
            if let decision = permission.decision, decision != "allowed" {
                denied.append("\(permission.action) on \(permission.resource): \(decision)")
            }
        }
        return denied + (actions.isEmpty ? [] : [actions.joined(separator: " ")])
    }
}

extension PlanSheet.Step {
    init(_ step: PlanStep) {
        self.init(
            action: step.action.words, call: step.call, undo: step.undoWords, reference: step.reference,
            wave: step.wave)
    }
}

extension PlanWait {
    /// nil unless the plan waits for a person.
    init?(_ plan: Plan, _ status: PlanStatus) {
        guard status.state == .waiting, let action = status.step?.action else { return nil }
        if action == .awaitCode {
            self = .code
        } else if action == .checkUnread {
            self = .unread
        } else if action == .confirmRemoval {
            self = .removal(name: plan.removedName)
        } else {
            return nil
        }
    }
}

extension PlanState {
    /// - Parameter progress: tells whether it was a retirement that stopped.
    init(_ status: PlanStatus, _ progress: PlanProgress) {
        let isRetiring = progress.command == .retire
        self =
            switch status.state {
            case .planned: .planned
            case .running: .running
            case .stopped: isRetiring ? .retiring : .stopped
            case .waiting: .waiting
            case .died: isRetiring ? .retiring : .died
            case .done: .done
            case .rolledBack: .rolledBack
            case .retired: .retired
            }
    }
}

import Operations

/// A plan in words, for a person to read before it is applied.
struct PlanWords {
    let lines: [String]

    init(_ plan: Plan) {
        var lines = [
            "\(plan.id)  \(plan.work.rawValue)  \(plan.subject)  account \(plan.account)  region \(plan.region)",
            Self.values(plan)
        ]
        lines += Self.steps(plan)
        lines += Self.move(plan)
        lines += Self.section("Holds the value itself", plan.holders.map { "\($0.reference)  \($0.holds)  \($0.end)" })
        lines += Self.section("Reads it at run time", plan.readers.map { "\($0.reference)  \($0.until)" })
        lines += Self.section("Left out", plan.leftOut.map { "\($0.reference)  \($0.why)" })
        lines += Self.section("Checks", plan.rollout.checks.map(\.text))
        lines += Self.section("Cannot be undone", plan.cannotUndo)
        lines += Self.section("Mind", plan.warnings)
        lines += Self.section("Needs", Self.permissions(plan))
        let estimate = plan.estimate
        lines += [
            "",
            "about \(estimate.calls) calls (\(estimate.sharedCalls) of Lambda's shared quota), "
                + "\(Self.time(estimate.seconds)), \(Self.price(estimate.dollars))"
        ]
        self.lines = lines
    }

    private static func values(_ plan: Plan) -> String {
        let transition: String? =
            switch plan.transition {
            case .overlap: "overlap: both values work until the old one is retired"
            case .cutover: "cutover: the old value dies when the new one is set"
            case nil: nil
            }
        let recipe =
            switch plan.recipe {
            case .generated(let value):
                "the new value is generated" + (value.isByService ? " by Secrets Manager" : "")
                    + ", \(value.length) characters" + (value.pattern.map { ", after \($0.text)" } ?? "")
            case .given: "the new value is given when it is applied"
            case .unchanged: "the value stays as it is"
            case .byRotation: "the rotation makes the new value"
            case .version(let version): "the new value is that of version \(version)"
            case nil:
                plan.lanes.contains { $0.stack != nil }
                    ? "no stored value changes; stacks take what is current" : "no value changes"
            }
        return [transition, recipe].compactMap(\.self).joined(separator: "; ")
    }

    private static func steps(_ plan: Plan) -> [String] {
        var lines: [String] = []
        var wave: Int?
        for (place, step) in plan.steps.enumerated() {
            if step.wave != wave || place == 0 {
                wave = step.wave
                lines += ["", step.wave.map { "Wave \($0)" } ?? (place == 0 ? "First" : "Last")]
            }
            let undo =
                switch step.undo {
                case .automatic: "  (undo automatic)"
                case .hook: "  (undo by hook)"
                case .none: ""
                }
            let number = String(place + 1)
            let padding = String(repeating: " ", count: max(0, 3 - number.count))
            lines.append("\(padding)\(number)  \(step.action.rawValue)  \(step.call)\(undo)")
        }
        return lines
    }

    /// Where the value goes, who may read it there, and what that costs.
    private static func move(_ plan: Plan) -> [String] {
        guard let move = plan.move else { return [] }
        let grants = move.grants.map { "role:\($0.role)  \($0.document)" }
        let who =
            move.appliesGrants ? "The plan lets read it" : "You let read it (curtain plan code \(plan.id) --grant sam)"
        return section("Moves to", ["\(move.place)" + (move.key.map { " under \($0)" } ?? "")])
            + section(who, grants)
            + section(
                "A month",
                [
                    "\(Money.text(move.monthlyBefore)) before, \(Money.text(move.monthlyAfter)) after, reads not "
                        + "counted"
                ])
            + section("Code", ["curtain plan code \(plan.id) shows how it reads the new place"])
    }

    private static func permissions(_ plan: Plan) -> [String] {
        var actions: [String] = []
        for permission in plan.permissions where !actions.contains(permission.action) {
            actions.append(permission.action)
        }
        guard !actions.isEmpty else { return [] }
        let denied = plan.permissions.filter { $0.decision.map { $0 != "allowed" } ?? false }
        let tested = plan.permissions.contains { $0.decision != nil }
        return [actions.joined(separator: " ")]
            + denied.map { "not allowed by your own policies: \($0.action) on \($0.resource) (\($0.decision ?? ""))" }
            + (tested && denied.isEmpty ? ["allowed by your own policies, as iam:SimulatePrincipalPolicy says"] : [])
    }

    private static func time(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
    }

    /// Of the calls; what is stored costs what it did.
    private static func price(_ dollars: Double) -> String {
        dollars == 0 ? "no charge for them" : dollars < 0.01 ? "less than $0.01" : Money.text(dollars)
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
    }
}

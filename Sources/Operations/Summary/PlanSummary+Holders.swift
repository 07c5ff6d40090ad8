import FoundationEssentials
import Inventory

extension PlanSummary {
    /// The longest that an invocation may run: one that had begun in an old sandbox ends by then.
    static let longestInvocation = 900.0

    /// Who may still hold the old value, and until when.
    static func holders(
        _ plan: Plan, _ progress: PlanProgress, _ entries: [JournalEntry], _ state: PlanStatus.State
    ) -> [Holder] {
        guard let recipe = plan.recipe, recipe != .unchanged else { return [] }
        switch state {
        case .planned, .rolledBack: return []
        case .running, .stopped, .waiting, .died, .done, .retired: break
        }
        var holders: [Holder] = []
        for lane in plan.lanes {
            let name = Reference.function(name: lane.function)
            if let moved = moved(lane, progress, entries) {
                holders.append(
                    Holder(
                        name, until: moved.addingTimeInterval(longestInvocation),
                        "invocations that had begun in a sandbox of before"))
            } else {
                holders.append(Holder(name, until: nil, "it was not changed yet"))
            }
            if state != .retired, let kept = RetirementPlanner.keptVersion(of: lane, progress) {
                holders.append(Holder(kept, until: nil, "kept for the way back, until curtain retire \(plan.id)"))
            }
        }
        holders += plan.leftOut.map { Holder($0.reference, until: nil, "left out: \($0.why)") }
        if let source = source(plan, state) { holders.append(source) }
        return holders
    }

    /// The source's own old version.
    private static func source(_ plan: Plan, _ state: PlanStatus.State) -> Holder? {
        switch (plan.source, plan.subject) {
        case (.secret(_, let former, _, _), .secret(let name, _, _)):
            let reference = Reference.secret(name: name, version: former)
            return state == .retired
                ? Holder(reference, until: nil, "without a label; Secrets Manager deletes it by and by")
                : Holder(reference, until: nil, "AWSPREVIOUS, until curtain retire \(plan.id)")
        case (.parameter(let former, _), .parameter(let name, _)):
            return Holder(
                .parameter(name: name, selector: String(former)), until: nil,
                "the history, until a hundred newer versions have pushed it out")
        case (_, _): return nil
        }
    }

    /// When the last of what sends traffic to the function sent it to the new value.
    private static func moved(
        _ lane: FunctionLane, _ progress: PlanProgress, _ entries: [JournalEntry]
    ) -> Date? {
        let keys =
            lane.routes.isEmpty
            ? [StepKey(.awaitUpdate, .function(name: lane.function))]
            : lane.routes.map { StepKey(.pointAlias, .alias(function: lane.function, name: $0.alias)) }
        guard keys.allSatisfy({ progress[$0, .forward].result == .done && !progress.isUndone($0) }) else { return nil }
        return entries.last { entry in
            guard case .outcome(let step, .forward, .done, _, _, _) = entry.event else { return false }
            return keys.contains(step)
        }?.time
    }
}

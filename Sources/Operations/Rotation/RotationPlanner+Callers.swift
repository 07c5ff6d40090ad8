import Inventory

extension RotationPlanner {
    /// The plan with those who call a version by its number: no alias that is moved reaches them.
    func withPinnedCallers(_ plan: Plan) async throws(CallFailure) -> Plan {
        guard let callers, !plan.lanes.isEmpty else { return plan }
        var plan = plan
        let (pinned, gaps) = try await callers.pinnedCallers(
            of: plan.lanes.map(\.function),
            versions: Dictionary(
                plan.lanes.map { lane in
                    (lane.function, Set(lane.routes.map(\.version) + (lane.keptVersion.map { [$0] } ?? [])))
                }, uniquingKeysWith: { $1 }))
        for caller in pinned {
            plan.leftOut.append(
                PlanOmission(
                    reference: .function(name: caller.function, qualifier: caller.version),
                    why: "\(caller.words) calls this version by its number and goes on with it: let it call an alias"))
        }
        plan.warnings += gaps.map { "who calls versions by their numbers is not known: \($0)" }
        return plan
    }
}

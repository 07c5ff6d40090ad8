/// Every replica of the secret is InSync.
struct AwaitReplicas: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let name = try context.secretName
        let late = try await context.tools.secrets.state(of: name).replicas.filter { $0.status != "InSync" }
        if let failed = late.first(where: { $0.status == "Failed" }) {
            return .failed("the replica of \(name) in \(failed.region) failed: \(failed.message ?? "no reason told")")
        }
        return late.isEmpty
            ? .reached([:]) : .waiting("replicas not in sync: \(late.map(\.region).joined(separator: " "))")
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}

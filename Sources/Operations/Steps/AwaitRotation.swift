/// The rotation that was started comes to its end: AWSCURRENT is on its version.
struct AwaitRotation: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        let name = try context.secretName
        let started = await context.state.fact(.version, of: .startRotation, context.step.reference)
        let version = started ?? context.plan.token
        let state = try await context.tools.secrets.state(of: name)
        guard let current = state.current else { return .failed("\(name) has no AWSCURRENT any more") }
        if current == version { return .reached([.version: version]) }
        if case .secret(_, let former, _, _) = context.plan.source, current != former {
            return .person("AWSCURRENT of \(name) is on version \(current), which is not the rotation's")
        }
        guard state.labels[version]?.contains("AWSPENDING") == true else {
            return .failed("the rotation of \(name) left nothing pending; its function's log says why")
        }
        return .waiting("version \(version) of \(name) is AWSPENDING")
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}

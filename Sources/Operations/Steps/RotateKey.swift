import Inventory

/// RotateKeyOnDemand, and the key's list of rotations until it has one more.
struct RotateKey: StepWork {
    let context: StepContext
    var patience: Int { 1_800 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<String> {
        guard direction == .forward else { return .reached([:]) }
        let (planned, keys) = try context.key
        let state = try await keys.state(of: planned.key)
        if state.rotations > planned.rotations { return .reached([:]) }
        guard state.isEnabled else { return .moved("key \(planned.key) is not enabled by now") }
        // It may take minutes, and a second one would cost one of the key's 25.
        if state.isRotating { return .waiting("key \(planned.key) is being rotated") }
        return .ready(planned.key, [:])
    }

    func act(_ move: String) async throws(CallFailure) -> ActAnswer {
        let (_, keys) = try context.key
        return ActAnswer(try await keys.rotateOnDemand(move))
    }
}

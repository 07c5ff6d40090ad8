/// The target system signs in with the new value; asked until it does, since its change may take a while.
struct TestTarget: StepWork {
    let context: StepContext
    var patience: Int { 120 }

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        switch try await context.accepts(.new) {
        case .yes: .reached([:])
        case .no(let words): .waiting("the target system does not take the new value yet: \(words)")
        }
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}

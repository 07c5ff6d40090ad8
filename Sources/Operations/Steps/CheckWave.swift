/// What a wave has changed is looked at from outside: metrics, a program of the person's.
struct CheckWave: StepWork {
    let context: StepContext
    /// The wave and all before it: a function of an earlier one may have begun to fail.
    let functions: [String]

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        for check in context.state.rollout.checks {
            switch check {
            case .invoke: continue
            case .errors(let minutes):
                await context.tools.clock.sleep(seconds: Double(minutes * 60))
                let worse = try await context.tools.health.health(of: functions, minutes: minutes).filter(\.isWorse)
                guard worse.isEmpty else {
                    return .failed(
                        "more errors and throttles than in the hour before: "
                            + worse.map { "\($0.function) \($0.failures) of \($0.invocations)" }.joined(separator: ", ")
                    )
                }
            case .command(let path):
                let words = try await context.tools.programs.run(
                    path, plan: context.plan.id, wave: context.step.wave ?? 0)
                if let words { return .failed("\(path) says no: \(words)") }
            }
        }
        return .reached([:])
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}

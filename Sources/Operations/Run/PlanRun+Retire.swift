extension PlanRun {
    /// One after the other; the first that does not come to its end stops it.
    func performAll(_ retirement: Retirement) async throws(OperationFailure) -> PlanRunEnd {
        for step in retirement.steps where await state.trace(step.key).result != .done {
            guard let problem = try await problem(of: performer.perform(step, .forward, values), step) else { continue }
            let failure = OperationFailure(
                .stoppedHalfway, "\(problem.step): \(problem.words); curtain retire goes on when it is mended")
            return .stopped(failure, problems: [problem])
        }
        return .retired
    }
}

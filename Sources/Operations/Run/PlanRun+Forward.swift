extension PlanRun {
    /// The steps before the waves, the waves, the steps behind them.
    func goForward() async throws(OperationFailure) -> PlanRunEnd {
        let plan = state.plan
        if let problem = try await performAll(plan.opening) {
            return .stopped(Self.failure(problem), problems: [problem])
        }
        // One reading for all functions, before any of them needs it.
        if plan.lanes.contains(where: \.needsValue) {
            do throws(CallFailure) { _ = try await values.new() } catch { throw error.failure }
        }
        var problems: [RunProblem] = []
        let waves = state.rollout.waves(of: plan.lanes.count)
        for (number, wave) in waves.enumerated() {
            tell(wave: number + 1, of: waves.count)
            let lanes = Array(plan.lanes[wave])
            problems += try await performSideBySide(lanes)
            if problems.contains(where: { $0.result == .needsPerson }) || problems.count > state.rollout.keepGoing {
                return .stopped(Self.tooMany(problems), problems: problems)
            }
            guard let check = plan.check(ofWave: number + 1, in: state.rollout) else { continue }
            let functions = plan.lanes[..<wave.upperBound].map(\.function)
            if let problem = try await problem(
                of: performer.perform(check, .forward, values, functions: functions), check)
            {
                return .stopped(Self.failure(problem), problems: problems + [problem])
            }
        }
        if let problem = try await performAll(plan.closing) {
            return .stopped(Self.failure(problem), problems: problems + [problem])
        }
        return .finished(problems: problems)
    }

    /// One after the other; the first that does not come to its end.
    private func performAll(_ steps: [PlanStep]) async throws(OperationFailure) -> RunProblem? {
        for step in steps where await !isDone(step) {
            if let problem = try await problem(of: performer.perform(step, .forward, values), step) { return problem }
        }
        return nil
    }

    /// Functions at the same time, as many as the rollout allows; what went wrong with each.
    private func performSideBySide(_ lanes: [FunctionLane]) async throws(OperationFailure) -> [RunProblem] {
        let outcomes = await BoundedWork.outcomes(lanes, limit: state.rollout.parallel) {
            lane -> (PlanStep, StepEnding)? in
            for step in lane.steps(in: state.rollout) where await !isDone(step) {
                let ending = await performer.perform(step, .forward, values)
                if case .done = ending { continue }
                return (step, ending)
            }
            return nil
        }
        var problems: [RunProblem] = []
        var stopped: OperationFailure?
        for case (let step, let ending)? in outcomes {
            do throws(OperationFailure) {
                if let problem = try problem(of: ending, step) { problems.append(problem) }
            } catch {
                stopped = stopped ?? error
            }
        }
        if let stopped { throw stopped }
        return problems
    }

    private func isDone(_ step: PlanStep) async -> Bool { await state.trace(step.key).result == .done }

    private static func failure(_ problem: RunProblem) -> OperationFailure {
        if problem.waits { return OperationFailure(.stoppedHalfway, "\(problem.step) waits: \(problem.words)") }
        let advice = "curtain resume goes on when it is mended, curtain rollback goes back"
        return OperationFailure(.stoppedHalfway, "\(problem.step): \(problem.words); \(advice)")
    }

    private static func tooMany(_ problems: [RunProblem]) -> OperationFailure {
        let first = problems.first { $0.result == .needsPerson } ?? problems[0]
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        return OperationFailure(
            .stoppedHalfway,
            "\(first.text)\(more); curtain resume goes on when it is mended, curtain rollback goes back")
    }
}

extension RunProblem {
    init(_ step: PlanStep, _ result: StepResult, _ words: String) {
        self.init(step: step.key, reference: step.reference, result: result, words: words)
    }
}

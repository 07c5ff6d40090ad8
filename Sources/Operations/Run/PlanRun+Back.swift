extension PlanRun {
    /// The steps that may have changed something, backwards: what is behind the waves, the functions side by side, what is
    /// before them. In a cutover the target system comes first, since nobody gets in before it takes the old value.
    func goBack() async throws(OperationFailure) -> PlanRunEnd {
        let plan = state.plan
        var problems: [RunProblem] = []
        var opening = plan.opening
        if plan.transition == .cutover, let place = opening.firstIndex(where: { $0.action == .setTarget }) {
            if let problem = try await undo(opening.remove(at: place)) {
                return .stopped(Self.failure(problem), problems: [problem])
            }
        }
        for step in plan.closing.reversed() {
            if let problem = try await undo(step) { problems.append(problem) }
        }
        let unmended = try await undoSideBySide(plan.lanes.reversed())
        problems += unmended
        // A function that kept a copy of the new value lives on it.
        let held = Set(plan.lanes.filter { !$0.changes.isEmpty }.flatMap { $0.steps(in: state.rollout).map(\.key) })
        let holder = unmended.first { held.contains($0.step) }
        for step in Self.backwards(opening) {
            if step.action == .setTarget, let holder, await state.snapshot.mayHaveChanged(step.key) {
                return .stopped(Self.needed(holder, by: step), problems: problems)
            }
            guard let problem = try await undo(step) else { continue }
            // What lies before it rests on it: the rest waits for a person.
            return .stopped(Self.failure(problem), problems: problems + [problem])
        }
        return .rolledBack(problems: problems)
    }

    /// Backwards; but a stack is deployed as it was as soon as its source is the old one again, and before the target system
    /// refuses the new value, which until then its functions have.
    private static func backwards(_ opening: [PlanStep]) -> [PlanStep] {
        let stacks = opening.reversed().filter { $0.action == .proposeStackUpdate }
        var order = opening.reversed().filter { $0.action != .proposeStackUpdate }
        let place = order.lastIndex { $0.action.isPromotion }.map { $0 + 1 } ?? order.count
        order.insert(contentsOf: stacks, at: place)
        return order
    }

    private func undo(_ step: PlanStep) async throws(OperationFailure) -> RunProblem? {
        guard step.undo != .none, await state.snapshot.mayHaveChanged(step.key) else { return nil }
        return try problem(of: await performer.perform(step, .back, values), step)
    }

    private func undoSideBySide(_ lanes: [FunctionLane]) async throws(OperationFailure) -> [RunProblem] {
        let outcomes = await BoundedWork.outcomes(lanes, limit: state.rollout.parallel) {
            lane -> (PlanStep, StepEnding)? in
            for step in lane.steps(in: state.rollout).reversed() {
                guard step.undo != .none, await state.snapshot.mayHaveChanged(step.key) else { continue }
                let ending = await performer.perform(step, .back, values)
                if case .done = ending { continue }
                return (step, ending)
            }
            return nil
        }
        var problems: [RunProblem] = []
        for case (let step, let ending)? in outcomes {
            if let problem = try problem(of: ending, step) { problems.append(problem) }
        }
        return problems
    }

    private static func needed(_ holder: RunProblem, by step: PlanStep) -> OperationFailure {
        OperationFailure(
            .stoppedHalfway,
            "the target system goes on taking the new value, since \(holder.reference) may still use it: \(holder.words); "
                + "curtain rollback goes on when that is mended")
    }

    private static func failure(_ problem: RunProblem) -> OperationFailure {
        OperationFailure(
            .stoppedHalfway,
            "\(problem.step) cannot be taken back: \(problem.words); curtain rollback goes on when it is "
                + "mended")
    }
}

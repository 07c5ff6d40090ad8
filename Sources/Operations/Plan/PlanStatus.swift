import Inventory

/// Where a plan stands, for a person and for scripts.
public struct PlanStatus: Sendable, Equatable {
    public enum State: String, CaseIterable, Sendable {
        /// Nothing has been changed yet.
        case planned
        /// A process works on it.
        case running
        /// Stopped half-way, by a person, a failure or a check.
        case stopped
        /// Stopped at a step that waits for a person: for code, or for the typed name of what goes.
        case waiting
        /// The process that worked on it is gone without a word.
        case died
        case done
        case rolledBack
        case retired
    }

    public let plan: PlanID
    public let state: State
    /// The step that is under way or comes next; nil at the end.
    public let step: PlanStep?
    /// How many steps there are in the rollout.
    public let of: Int
    public let done: Int
    /// Steps that failed or were left out, and why.
    public let failed: [RunProblem]
    /// Why it stopped, or what it waits for.
    public let words: String?
    public let safeToStop: Bool
    /// What a rollback would take back now, the first first.
    public let undo: [PlanStep]
    /// What only a person can decide.
    public let needsPerson: [RunProblem]

    public init(_ plan: Plan, _ progress: PlanProgress, isRunning: Bool) {
        self.plan = plan.id
        let steps = plan.steps(in: progress.rollout ?? plan.rollout)
        let goesBack = progress.command == .rollback && progress.end != .rolledBack
        let state = Self.state(progress, isRunning)
        of = steps.count
        done = steps.count { progress[$0.key, .forward].result == .done && !progress.isUndone($0.key) }
        // What the way back needs goes when the old value is retired.
        undo =
            progress.command == .retire
            ? [] : steps.reversed().filter { $0.undo != .none && progress.mayHaveChanged($0.key) }
        switch state {
        case .done, .rolledBack, .retired: step = nil
        case .planned, .running, .stopped, .waiting, .died:
            step = goesBack ? undo.first : steps.first { progress[$0.key, .forward].result != .done }
        }
        let waits = step.map { $0.action.waitsForPerson && progress[$0.key, .forward].result == .needsPerson } ?? false
        self.state = state == .stopped && waits ? .waiting : state
        let problems = steps.flatMap { Self.problems($0, progress) }
        failed = problems.filter { $0.result == .failed || $0.result == .leftOut }
        needsPerson = problems.filter { $0.result == .needsPerson }
        words = progress.words
        safeToStop = !progress.isUnsafeToStop(plan, goesBack ? .back : .forward)
    }

    private static func state(_ progress: PlanProgress, _ isRunning: Bool) -> State {
        if isRunning { return .running }
        guard progress.isBegun else { return .planned }
        return switch progress.end {
        case .finished: .done
        case .rolledBack: .rolledBack
        case .stopped: .stopped
        case .retired: .retired
        case nil: .died
        }
    }

    private static func problems(_ step: PlanStep, _ progress: PlanProgress) -> [RunProblem] {
        Direction.allCases.compactMap { direction in
            let trace = progress[step.key, direction]
            guard let result = trace.result, result != .done else { return nil }
            // What went wrong on the way there is over with the way back.
            if direction == .forward, progress.end == .rolledBack { return nil }
            return RunProblem(step: step.key, reference: step.reference, result: result, words: trace.words ?? "")
        }
    }
}

extension PlanProgress {
    func isUndone(_ step: StepKey) -> Bool { self[step, .back].result == .done }
}

import ConsoleViewModels
import Inventory
import Operations
import Synchronization

/// Turns what a run tells into the rows of its screen. However much it tells, the screen hears of it ten times a second
/// at most.
final class RunFollower: Sendable {
    /// Nanoseconds between two pictures.
    private static let pause: UInt64 = 100_000_000

    private struct State {
        var progress: PlanProgress
        var follow: PlanFollow
        /// Whether a picture is on its way already.
        var isTelling = false
        var isOver = false
    }

    private let plan: Plan
    private let steps: [PlanStep]
    /// The row of each step.
    private let places: [StepKey: Int]
    private let clock: @Sendable () -> Double
    private let tell: @Sendable (PlanFollow) -> Void
    private let state: Mutex<State>

    init(
        _ plan: Plan, _ command: PlanCommand, progress: PlanProgress, rollout: Rollout, steps: [PlanStep],
        process: Int32? = nil, clock: @escaping @Sendable () -> Double, tell: @escaping @Sendable (PlanFollow) -> Void
    ) {
        self.plan = plan
        self.steps = steps
        self.clock = clock
        self.tell = tell
        var rows: [PlanFollow.Row] = []
        var places: [StepKey: Int] = [:]
        var functions: [String: Int] = [:]
        for step in steps {
            guard let function = step.function else {
                places[step.key] = rows.count
                rows.append(PlanFollow.Row(reference: step.reference, name: step.action.words))
                continue
            }
            if functions[function] == nil {
                functions[function] = rows.count
                rows.append(PlanFollow.Row(reference: .function(name: function), name: function))
            }
            places[step.key] = functions[function]
        }
        self.places = places
        var started = progress
        if let run = RunCommand(rawValue: command.rawValue) { started.add(.started(run, rollout)) }
        state = Mutex(
            State(
                progress: started,
                follow: PlanFollow(
                    id: plan.id.text, command: command, subject: plan.subject, rows: rows, began: clock(),
                    process: process)))
        state.withLock { state in
            // In their order: a row shows how far it has come.
            for step in steps where progress[step.key, .forward].result == .done {
                guard let place = places[step.key] else { continue }
                state.follow.rows[place].step = step.key.words
            }
            for place in rows.indices {
                let keys = places.filter { $0.value == place }.keys
                if keys.allSatisfy({ progress[$0, .forward].result == .done && progress[$0, .back].result != .done }) {
                    state.follow.rows[place].state = .done
                }
            }
            Self.recount(&state, plan, places)
        }
    }

    /// How it stands now.
    var picture: PlanFollow { state.withLock { $0.follow } }

    /// May be called from several threads.
    func observe(_ event: RunEvent) {
        let now = clock()
        let isDue = state.withLock { state in
            take(event, at: now, &state)
            defer { state.isTelling = true }
            return !state.isTelling && !state.isOver
        }
        guard isDue else { return }
        Task.detached { [self] in
            try? await Task.sleep(nanoseconds: Self.pause)
            let picture = state.withLock { state -> PlanFollow? in
                state.isTelling = false
                guard !state.isOver else { return nil }
                Self.recount(&state, plan, places)
                return state.follow
            }
            if let picture { tell(picture) }
        }
    }

    /// The run is over: the last picture, from what the journal says.
    func end(_ progress: PlanProgress, _ ending: PlanFollow.Ending) {
        let picture = state.withLock { state in
            state.isOver = true
            state.progress = progress
            Self.recount(&state, plan, places)
            state.follow.ended = ending
            state.follow.wave = ""
            for place in state.follow.rows.indices where state.follow.rows[place].state == .run {
                state.follow.rows[place].state = .todo
                state.follow.rows[place].ended = ending.at
                // What it waited for then.
                state.follow.rows[place].words = ""
            }
            return state.follow
        }
        tell(picture)
    }

    private func take(_ event: RunEvent, at now: Double, _ state: inout State) {
        switch event {
        case .wave(let number, let count): state.follow.wave = "wave \(number) of \(count)"
        case .began(let step, let direction):
            state.progress.add(.intent(step.key, direction, [:]))
            change(step, &state) { row in
                row.state = .run
                row.step = step.words(direction)
                row.words = ""
                row.began = row.began ?? now
                row.ended = nil
            }
        case .waits(let step, let direction, let words):
            change(step, &state) { row in
                row.state = .run
                row.step = step.words(direction)
                row.words = words
                row.began = row.began ?? now
            }
        case .ended(let step, let direction, let result, let words):
            state.progress.add(.outcome(step.key, direction, result, [:], requestID: nil, words: words))
            let isOver = result != .done || isLast(step, direction, state.progress)
            change(step, &state) { row in
                row.step = step.words(direction)
                row.words = words ?? ""
                if isOver {
                    row.state = PlanFollow.Row.State(result, direction)
                    row.ended = now
                }
            }
        }
    }

    private func change(_ step: PlanStep, _ state: inout State, _ body: (inout PlanFollow.Row) -> Void) {
        guard let place = places[step.key] else { return }
        body(&state.follow.rows[place])
    }

    /// Whether nothing of the row is left to do in that direction.
    private func isLast(_ step: PlanStep, _ direction: Direction, _ progress: PlanProgress) -> Bool {
        let row = places[step.key]
        return steps.filter { places[$0.key] == row }.allSatisfy { other in
            switch direction {
            case .forward: progress[other.key, .forward].result == .done
            case .back: other.undo == .none || !progress.mayHaveChanged(other.key)
            }
        }
    }

    /// The numbers that the journal alone can tell.
    private static func recount(_ state: inout State, _ plan: Plan, _ places: [StepKey: Int]) {
        let status = PlanStatus(plan, state.progress, isRunning: true)
        state.follow.done = status.done
        state.follow.of = status.of
        state.follow.safeToStop = status.safeToStop
        let first = status.undo.prefix(3).map { "\($0.action.words) \($0.reference.text)" }
        let more = status.undo.count > first.count ? ", and \(status.undo.count - first.count) more" : ""
        state.follow.undo = first.joined(separator: ", ") + more
        for place in state.follow.rows.indices { state.follow.rows[place].undo = 0 }
        for step in status.undo {
            if let place = places[step.key] { state.follow.rows[place].undo += 1 }
        }
    }
}

extension PlanFollow.Row.State {
    fileprivate init(_ result: StepResult, _ direction: Direction) {
        self =
            switch result {
            case .done: direction == .forward ? .done : .undone
            case .leftOut: .leftOut
            case .failed: .failed
            case .needsPerson: .needsPerson
            }
    }
}

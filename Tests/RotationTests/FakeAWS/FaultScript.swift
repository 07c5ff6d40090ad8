import Operations
import Synchronization

/// Lets one fault happen to the first call of one step, and kills the process there.
final class FaultScript: Sendable {
    private struct State {
        var armed = false
        var spent = false
        /// Throttling is repeated until the client's own patience is over.
        var throttles = 4
        var dead = false
        var diesAtNextLine = false
        var deaths = 0
        var met = false
    }

    let action: StepAction
    let direction: Direction
    let fault: Fault
    let kill: KillPoint
    private let state = Mutex(State())

    init(_ action: StepAction, _ direction: Direction, _ fault: Fault, _ kill: KillPoint) {
        self.action = action
        self.direction = direction
        self.fault = fault
        self.kill = kill
    }

    var isDead: Bool { state.withLock { $0.dead } }
    var wasReached: Bool { state.withLock { $0.met } }

    func observe(_ event: RunEvent) {
        switch event {
        case .began(let step, let direction):
            guard step.action == action, direction == self.direction else { return }
            state.withLock { $0.armed = !$0.spent }
        case .ended(let step, let direction, _, _):
            guard step.action == action, direction == self.direction else { return }
            state.withLock { $0.armed = false }
        case .waits, .wave: break
        }
    }

    /// The process is gone, and another one begins.
    func reborn() {
        state.withLock { state in
            state.dead = false
            state.armed = false
            state.diesAtNextLine = false
        }
    }

    /// What happens to a call now: whether it arrives, and what comes back.
    enum Verdict { case pass, dead, applied, lost, lostUnapplied, status(Int, String, applied: Bool) }

    func verdict(changes: Bool) -> Verdict {
        state.withLock { state in
            if state.dead { return .dead }
            guard state.armed, !state.spent, changes || !action.changes else { return .pass }
            state.met = true
            if kill == .beforeSending, state.deaths == 0 { return die(&state, .dead) }
            if fault == .throttled {
                state.throttles -= 1
                state.spent = state.throttles == 0
                let reply = Verdict.status(429, "TooManyRequestsException", applied: false)
                guard kill == .beforeTheAnswer, state.deaths == 0 else { return reply }
                return die(&state, .dead)
            }
            state.spent = true
            if kill == .beforeTheJournalLine { state.diesAtNextLine = true }
            let applies = fault == .done || fault == .timedOutButApplied || fault == .failedButApplied
            if kill == .beforeTheAnswer { return die(&state, applies ? .applied : .dead) }
            return switch fault {
            case .done: .pass
            case .timedOutButApplied: .lost
            case .timedOutAndNotApplied: .lostUnapplied
            case .failedButApplied: .status(500, "ServiceException", applied: true)
            case .precondition: .status(412, "PreconditionFailedException", applied: false)
            case .conflict: .status(409, "ResourceConflictException", applied: false)
            case .throttled: .pass
            }
        }
    }

    /// Whether a line can still be written.
    func mayWrite() -> Bool {
        state.withLock { state in
            if state.dead { return false }
            guard state.diesAtNextLine else { return true }
            state.diesAtNextLine = false
            state.dead = true
            state.deaths += 1
            return false
        }
    }

    private func die(_ state: inout State, _ verdict: Verdict) -> Verdict {
        state.dead = true
        state.deaths += 1
        return verdict
    }
}

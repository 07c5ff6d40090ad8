import AuditTrail
import Inventory

/// Does one step: looks, decides, puts the intent on the disk, acts, and looks again until the world is on the far side.
///
/// A lost answer is answered by looking. Throttling is waited for and is never a failed step. Whatever happens is in the
/// journal and in the audit trail; if either cannot be written, nothing more is sent.
struct StepPerformer: Sendable {
    /// How often it acts before it gives up: the first time, and after answers that were lost or overtaken.
    private static let actLimit = 4
    /// How long ended credentials are waited for, in seconds: enough to sign in again.
    private static let signInPatience = 900

    let tools: RunTools
    let trail: SharedTrail
    let state: RunState
    let context: AuditContext
    let note: String?
    let stop: StopSignal
    let observe: @Sendable (RunEvent) -> Void

    func perform<Work: StepWork>(_ work: Work, _ step: PlanStep, _ direction: Direction) async -> StepEnding {
        observe(.began(step, direction))
        do throws(OperationFailure) {
            return try await run(work, step, direction)
        } catch {
            return .stopped(error)
        }
    }

    private func run<Work: StepWork>(
        _ work: Work, _ step: PlanStep, _ direction: Direction
    ) async throws(OperationFailure) -> StepEnding {
        var patience = Patience(seconds: work.patience)
        var signIn = Patience(seconds: Self.signInPatience)
        var acts = 0
        var requestID: String?
        while true {
            let trace = await state.trace(step.key, direction)
            let sight: Sight<Work.Move>
            switch await outcome({ () async throws(CallFailure) in try await work.look(direction, trace) }) {
            case .success(let seen): sight = seen
            case .failure(let error):
                switch error.cause {
                case .throttled, .busy, .unreachable, .lost, .changed:
                    try await pause(step, direction, error.failure.message, &patience)
                case .signedOut:
                    try await pause(step, direction, "the credentials have ended: sign in again", &signIn)
                case .cancelled: throw error.failure
                case .missing, .denied, .refused:
                    // What was begun may have happened: then nothing can be said of it.
                    guard trace.attempts == 0 else { throw error.failure }
                    return try await end(step, direction, .failed, words: error.failure.message)
                }
                continue
            }
            switch sight {
            case .reached(let facts):
                return try await end(step, direction, .done, facts: facts, requestID: requestID)
            case .failed(let words): return try await end(step, direction, .failed, words: words)
            case .person(let words): return try await end(step, direction, .needsPerson, words: words)
            case .moved(let words):
                let untouched = direction == .forward && trace.attempts == 0
                return try await end(step, direction, untouched ? .leftOut : .needsPerson, words: words)
            case .waiting(let words): try await pause(step, direction, words, &patience)
            case .ready(let move, let facts):
                try await refuseIfStopped(direction)
                guard acts < Self.actLimit else {
                    throw OperationFailure(
                        .tryAgain, "\(step.key): the world did not change in \(acts) tries; curtain resume goes on")
                }
                if step.action.changes {
                    try await keep(
                        .intent(step.key, direction, facts),
                        acts == 0 ? record(step, direction, .pending) : nil)
                }
                acts += 1
                switch await outcome({ () async throws(CallFailure) in try await work.act(move) }) {
                case .success(let answer):
                    requestID = answer.requestID
                    guard let reached = answer.reached else { continue }
                    return try await end(step, direction, .done, facts: reached, requestID: requestID)
                case .failure(let error):
                    switch error.cause {
                    case .lost, .changed: continue
                    case .throttled, .busy:
                        acts -= 1
                        try await pause(step, direction, error.failure.message, &patience)
                    case .unreachable: try await pause(step, direction, error.failure.message, &patience)
                    case .signedOut:
                        acts -= 1
                        try await pause(step, direction, "the credentials have ended: sign in again", &signIn)
                    case .cancelled: throw error.failure
                    case .missing, .denied, .refused:
                        return try await end(step, direction, .failed, words: Self.words(error.failure))
                    }
                }
            }
        }
    }

    private func outcome<Value: Sendable, Failure: Error>(
        _ body: () async throws(Failure) -> Value
    ) async -> Result<Value, Failure> {
        do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
    }

    /// Puts the outcome on the disk and into the trail.
    private func end(
        _ step: PlanStep, _ direction: Direction, _ result: StepResult, facts: Facts = [:], requestID: String? = nil,
        words: String? = nil
    ) async throws(OperationFailure) -> StepEnding {
        let outcome = JournalEntry.Event.outcome(
            step.key, direction, result, facts, requestID: requestID, words: words)
        if step.action.changes || result != .done {
            try await keep(
                outcome,
                record(
                    step, direction, result == .done ? .done : .failed, version: facts[.version],
                    requestID: requestID, error: words))
        } else {
            // Nothing was changed: looking once more tells the same.
            try await state.note(outcome)
        }
        observe(.ended(step, direction, result, words))
        return switch result {
        case .done: .done
        case .leftOut: .leftOut(words ?? "")
        case .failed: .failed(words ?? "")
        case .needsPerson: .needsPerson(words ?? "")
        }
    }

    private func pause(
        _ step: PlanStep, _ direction: Direction, _ words: String, _ patience: inout Patience
    ) async throws(OperationFailure) {
        try await refuseIfStopped(direction)
        guard let seconds = patience.next() else {
            throw OperationFailure(
                .tryAgain, "\(step.key): still waiting (\(words)); curtain resume goes on from here")
        }
        await sleep(seconds, step, direction, words)
    }

    func wait(
        _ seconds: Double, _ step: PlanStep, _ direction: Direction, _ words: String
    ) async throws(OperationFailure) {
        try await refuseIfStopped(direction)
        await sleep(seconds, step, direction, words)
    }

    private func sleep(_ seconds: Double, _ step: PlanStep, _ direction: Direction, _ words: String) async {
        observe(.waits(step, direction, words))
        await tools.clock.sleep(seconds: seconds)
    }

    private func refuseIfStopped(_ direction: Direction) async throws(OperationFailure) {
        guard stop.isAsked, await !state.isUnsafeToStop(direction) else { return }
        throw OperationFailure(.interrupted, "stopped as asked; curtain resume goes on, curtain rollback goes back")
    }

    /// Puts the event into the journal and the record into the trail, side by side; returns when both are on the disk.
    private func keep(_ event: JournalEntry.Event, _ record: AuditRecord?) async throws(OperationFailure) {
        guard let record else { return try await state.record(event) }
        async let audited = outcome { () async throws(OperationFailure) in
            try await trail.append(record, consequence: "nothing more is changed")
        }
        let journaled = await outcome { () async throws(OperationFailure) in try await state.record(event) }
        try await audited.get()
        try journaled.get()
    }

    private func record(
        _ step: PlanStep, _ direction: Direction, _ outcome: AuditOutcome, version: String? = nil,
        requestID: String? = nil, error: String? = nil
    ) -> AuditRecord {
        let name = direction == .forward ? step.action.rawValue : "\(step.action.rawValue) \(direction.rawValue)"
        return AuditRecord(
            .applyStep, outcome, context: context, reference: step.reference.text, version: version, note: note,
            plan: state.plan.id.text, step: name, requestID: requestID, error: error)
    }

    private static func words(_ failure: OperationFailure) -> String {
        let origin = [failure.code, failure.requestID.isEmpty ? "" : "request \(failure.requestID)"]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        return origin.isEmpty ? failure.message : "\(failure.message) (\(origin))"
    }
}

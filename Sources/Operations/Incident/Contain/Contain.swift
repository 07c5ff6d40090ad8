import AuditTrail
import FoundationEssentials

/// Does a containment, and takes one back.
///
/// The whole containment, with all that its undo needs, is in the incident's timeline before the first call; each
/// call has its intent on the audit trail before it is sent and its outcome after. A lost answer is answered by looking.
public struct Contain: Sendable {
    private let changes: any AccountChanging
    private let audit: any AuditRecording
    private let log: IncidentLog
    private let clock: @Sendable () -> Date

    public init(
        changes: any AccountChanging, audit: any AuditRecording, log: IncidentLog,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.changes = changes
        self.audit = audit
        self.log = log
        self.clock = clock
    }

    /// Makes the changes of the plan in their order, until one fails.
    ///
    /// - Returns: the containment as it stands in the timeline.
    /// - Throws: `stoppedHalfway` if some were made before one failed; otherwise the first failure.
    public func callAsFunction(
        _ plan: ContainmentPlan, id: String, note: String?, as context: AuditContext
    ) async throws(OperationFailure) -> Containment {
        let containment = Containment(
            id: id, action: plan.action, reference: plan.reference, account: context.account ?? "",
            region: context.region ?? "", steps: plan.steps)
        try log.append(entry(.containing, containment, context, note: note))
        var evidence: [String] = []
        for (index, step) in plan.steps.enumerated() {
            do throws(OperationFailure) {
                let requestID = try await make(
                    step.change, recorded: .incidentContained, "\(id) \(index + 1)/\(plan.steps.count)", note,
                    plan.reference, context)
                if !requestID.isEmpty { evidence.append("request " + requestID) }
            } catch {
                throw try ended(error, .containFailed, containment, made: index, evidence, context)
            }
        }
        try log.append(entry(.contained, containment, context, evidence: evidence, result: "done"))
        return containment
    }

    /// Brings back what the containment changed, the last change first. What was changed by someone else since is not
    /// touched: it stops there.
    public func undo(
        _ containment: Containment, note: String?, as context: AuditContext
    ) async throws(OperationFailure) {
        try log.append(entry(.undoing, containment, context, note: note))
        var evidence: [String] = []
        for (index, step) in containment.steps.enumerated().reversed() {
            do throws(OperationFailure) {
                let now = try await changes.current(step.change)
                if now == step.before { continue }
                guard now == step.change else {
                    throw OperationFailure(
                        .tryAgain,
                        "someone has changed it since: now \(now.words), and the undo would bring back:"
                            + " \(step.before.words); decide by hand")
                }
                if let obstacle = try await changes.obstacle(to: step.before) {
                    throw OperationFailure(.failed, "AWS would refuse the undo: \(obstacle)")
                }
                let requestID = try await make(
                    step.before, recorded: .incidentUndone, "\(containment.id) undo \(index + 1)", note,
                    containment.reference, context)
                if !requestID.isEmpty { evidence.append("request " + requestID) }
            } catch {
                throw try ended(
                    error, .undoFailed, containment, made: containment.steps.count - 1 - index, evidence, context)
            }
        }
        try log.append(entry(.undone, containment, context, evidence: evidence, result: "done"))
    }

    /// Intent, call, look, outcome.
    private func make(
        _ change: AccountChange, recorded event: AuditEvent, _ step: String, _ note: String?, _ reference: String,
        _ context: AuditContext
    ) async throws(OperationFailure) -> String {
        var record = AuditRecord(
            event, .pending, context: context, reference: reference, note: note, step: step)
        try audit.append(record, consequence: "nothing was changed")
        record.note = nil
        let requestID: String
        do throws(OperationFailure) {
            requestID = try await sent(change)
        } catch {
            throw audit.recorded(error, record.failed(error, denied: event, failed: event))
        }
        record.outcome = .done
        record.requestID = requestID.isEmpty ? nil : requestID
        try audit.append(record, consequence: "the change was made: \(change.words)")
        return requestID
    }

    /// Sends the change; when its answer is lost, looks whether it was made all the same.
    private func sent(_ change: AccountChange) async throws(OperationFailure) -> String {
        do throws(OperationFailure) {
            return try await changes.make(change)
        } catch {
            guard error.kind == .stoppedHalfway || error.kind == .unreachable else { throw error }
            do throws(OperationFailure) {
                if try await changes.current(change) == change { return "" }
            } catch let unseen {
                throw OperationFailure(
                    .stoppedHalfway, "\(error.message); whether it was done cannot be seen either: \(unseen.message)",
                    code: error.code, requestID: error.requestID)
            }
            throw error
        }
    }

    /// Puts the end on the timeline and says how far it came.
    private func ended(
        _ failure: OperationFailure, _ action: TimelineAction, _ containment: Containment, made: Int,
        _ evidence: [String], _ context: AuditContext
    ) throws(OperationFailure) -> OperationFailure {
        try log.append(
            entry(
                action, containment, context,
                note: "after \(made) of \(containment.steps.count) changes: \(failure.message)",
                evidence: evidence, result: failure.code.isEmpty ? "\(failure.kind)" : failure.code))
        guard made > 0, action == .containFailed else { return failure }
        return OperationFailure(
            .stoppedHalfway,
            "\(failure.message); \(made) of \(containment.steps.count) changes are made"
                + " and stay until: curtain incident undo \(containment.id)", code: failure.code,
            requestID: failure.requestID)
    }

    private func entry(
        _ action: TimelineAction, _ containment: Containment, _ context: AuditContext, note: String? = nil,
        evidence: [String] = [], result: String? = nil
    ) -> TimelineEntry {
        var entry = TimelineEntry(
            action, from: .tool, at: clock(), phase: .containment, target: containment.reference, note: note,
            evidence: evidence)
        entry.actorARN = context.actorARN
        entry.user = context.user
        entry.session = context.session
        entry.host = context.host
        entry.account = containment.account
        entry.region = containment.region
        entry.result = result
        entry.containment = containment
        return entry
    }
}

import AuditTrail
import Inventory
import SensitiveMemory

/// Shows one value to one person who says why.
///
/// The order is the promise: refuse what the rules forbid; close what is open; put the request on the
/// disk; only then fetch; put on the disk that it is shown; only then hand it out. Whatever fails is put
/// on record too, and if a record cannot be written nothing is fetched or handed out.
public actor Reveal {
    private static let superseded = OperationFailure(.tryAgain, "another value was asked for meanwhile")
    private static let cancelled = OperationFailure(.interrupted, "nobody waits for the value any longer")

    private let store: AuditedStore
    private let slot: RevealSlot

    /// - Parameter slot: the place for the value, one in a process.
    public init(_ store: AuditedStore, slot: RevealSlot = .process) {
        self.store = store
        self.slot = slot
    }

    /// The value, open. It stays so until its `close`, its deadline, or the next reveal.
    ///
    /// - Throws: `denied` if a rule or AWS refuses, `auditUnwritable` if a record cannot be written,
    ///   `notFound` if there is no such value or field, `tryAgain` if another reveal was asked for
    ///   meanwhile, or what the fetch failed with.
    public func callAsFunction(
        _ request: Request, as context: AuditContext
    ) async throws(OperationFailure) -> RevealedValue {
        try store.policy.check("reveal a value", note: request.note, incident: context.incident, mode: request.mode)
        try request.reference.requireValue()
        let claim = try slot.claim()
        var record = AuditRecord(
            .revealRequested, .pending, context: context, reference: request.reference.text, note: request.note)
        try store.audit.append(record, consequence: "nothing was fetched")
        record.note = nil
        let fetched: FetchedValue
        do throws(OperationFailure) {
            fetched = try await store.value(of: request.reference)
        } catch {
            throw recorded(error, record)
        }
        record.version = fetched.version
        record.requestID = fetched.requestID
        if Task.isCancelled || !slot.holds(claim) {
            let failure = Task.isCancelled ? Reveal.cancelled : Reveal.superseded
            fetched.bytes.wipe()
            throw recorded(failure, record)
        }
        return try show(fetched, request, record, by: claim)
    }

    private func show(
        _ fetched: FetchedValue, _ request: Request, _ record: AuditRecord, by claim: RevealSlot.Claim
    ) throws(OperationFailure) -> RevealedValue {
        var record = record
        let fingerprint = store.fingerprint(of: fetched.bytes)
        let shape = ValueShape(of: fetched.bytes, isBinary: fetched.isBinary)
        if case .json = shape, request.destination == .screen { fetched.bytes.wipe() }
        record.event = .revealShown
        record.outcome = .done
        record.fingerprint = fingerprint
        do throws(OperationFailure) {
            try store.audit.append(record, consequence: "the value is not shown")
        } catch {
            fetched.bytes.wipe()
            throw error
        }
        record.event = .revealMasked
        let value = RevealedValue(
            reference: request.reference, shape: shape, version: fetched.version, fingerprint: fingerprint,
            requestID: fetched.requestID,
            deadline: request.destination == .screen ? .now + .seconds(store.policy.seconds) : nil,
            bytes: fetched.bytes,
            audit: store.audit, masked: record)
        guard slot.put(value, by: claim) else {
            value.close(.replaced)
            throw Reveal.superseded
        }
        return value
    }

    private func recorded(_ failure: OperationFailure, _ request: AuditRecord) -> OperationFailure {
        store.audit.recorded(failure, request.failed(failure, denied: .revealDenied, failed: .revealFailed))
    }
}

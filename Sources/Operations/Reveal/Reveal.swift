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

    private let store: any ValueFetching
    private let audit: any AuditRecording
    private let fingerprints: FingerprintKey
    private let policy: RevealPolicy
    private let slot: RevealSlot

    /// - Parameter slot: the place for the value, one in a process.
    public init(
        store: any ValueFetching, audit: any AuditRecording, fingerprints: FingerprintKey, policy: RevealPolicy,
        slot: RevealSlot = .process
    ) {
        self.store = store
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
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
        try policy.check("reveal a value", note: request.note, incident: context.incident, mode: request.mode)
        try request.reference.requireValue()
        let claim = try slot.claim()
        var record = AuditRecord(
            .revealRequested, .pending, context: context, reference: request.reference.text, note: request.note)
        do throws(AuditError) { try audit.append(record) } catch {
            throw OperationFailure(auditUnwritable: error, consequence: "nothing was fetched")
        }
        record.note = nil
        let fetched: FetchedValue
        do throws(OperationFailure) {
            fetched = try await store.value(of: request.reference.wholeValue).field(of: request.reference)
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
        let fingerprint = fetched.bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }
        let shape = ValueShape(of: fetched.bytes, isBinary: fetched.isBinary)
        if case .json = shape, request.destination == .screen { fetched.bytes.wipe() }
        record.event = .revealShown
        record.outcome = .done
        record.fingerprint = fingerprint
        do throws(AuditError) { try audit.append(record) } catch {
            fetched.bytes.wipe()
            throw OperationFailure(auditUnwritable: error, consequence: "the value is not shown")
        }
        record.event = .revealMasked
        let value = RevealedValue(
            reference: request.reference, shape: shape, version: fetched.version, fingerprint: fingerprint,
            requestID: fetched.requestID,
            deadline: request.destination == .screen ? .now + .seconds(policy.seconds) : nil, bytes: fetched.bytes,
            audit: audit, masked: record)
        guard slot.put(value, by: claim) else {
            value.close(.replaced)
            throw Reveal.superseded
        }
        return value
    }

    /// Puts the failure on record and gives it back. If it cannot be recorded either, it is still the
    /// failure: there is no value to keep back.
    private func recorded(_ failure: OperationFailure, _ request: AuditRecord) -> OperationFailure {
        var record = request
        record.event = failure.kind == .denied ? .revealDenied : .revealFailed
        record.outcome = failure.kind == .denied ? .denied : .failed
        record.error = failure.code.isEmpty ? "\(failure.kind)" : failure.code
        if !failure.requestID.isEmpty { record.requestID = failure.requestID }
        do throws(AuditError) {
            try audit.append(record)
            return failure
        } catch {
            return OperationFailure(
                failure.kind, "\(failure.message); and this could not be recorded: \(error)", code: failure.code,
                requestID: failure.requestID)
        }
    }
}

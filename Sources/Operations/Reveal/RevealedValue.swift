import AuditTrail
import Inventory
import SensitiveMemory
import Synchronization

/// The one revealed value, until it is closed.
///
/// Closing wipes the bytes first and records second, and happens once. A screen that must be painted between the
/// two shuts it first. When nobody holds the object any longer it closes itself.
public final class RevealedValue: Sendable {
    /// What was asked for.
    public let reference: Reference
    /// Never `.json`'s bytes: of a JSON object that is to be seen on the screen only the names are kept.
    public let shape: ValueShape
    public let version: String?
    public let fingerprint: Fingerprint
    public let requestID: String
    /// When it must be closed; nil if it is not on a screen. From then on the bytes are not given out.
    public let deadline: ContinuousClock.Instant?

    private struct State {
        /// nil once they are wiped.
        var bytes: SecretBytes?
        var isRecorded = false
    }

    private let state: Mutex<State>
    private let audit: any AuditRecording
    private let record: AuditRecord

    init(
        reference: Reference, shape: ValueShape, version: String?, fingerprint: Fingerprint, requestID: String,
        deadline: ContinuousClock.Instant?, bytes: SecretBytes, audit: any AuditRecording, masked record: AuditRecord
    ) {
        self.reference = reference
        self.shape = shape
        self.version = version
        self.fingerprint = fingerprint
        self.requestID = requestID
        self.deadline = deadline
        state = Mutex(State(bytes: bytes))
        self.audit = audit
        self.record = record
    }

    deinit { close(.abandoned) }

    public var isOpen: Bool { state.withLock { $0.bytes != nil } }

    /// The bytes, for the length of the closure; nil once it is closed or its deadline has passed. Do not
    /// let them out of it.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result? {
        if let deadline, ContinuousClock.now >= deadline { return nil }
        guard let held = state.withLock({ $0.bytes }) else { return nil }
        return try held.withUnsafeBytes(body)
    }

    /// Wipes the value now; ``close(_:)`` is still to record why.
    public func shut() {
        state.withLock { state in
            state.bytes?.wipe()
            state.bytes = nil
        }
    }

    /// Wipes the value and records why. Safe to call again: only the first call does anything.
    ///
    /// - Returns: why the closing could not be put on record; the value is gone all the same.
    @discardableResult
    public func close(_ reason: ClosingReason) -> OperationFailure? {
        shut()
        let isRecorded = state.withLock { state in
            defer { state.isRecorded = true }
            return state.isRecorded
        }
        guard !isRecorded else { return nil }
        var record = record
        record.outcome = AuditOutcome(rawValue: reason.rawValue)
        do throws(AuditError) {
            try audit.append(record)
            return nil
        } catch {
            return OperationFailure(auditUnwritable: error, consequence: "the value is closed all the same")
        }
    }
}

extension RevealedValue: CustomStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

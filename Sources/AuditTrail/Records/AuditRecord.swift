import SensitiveMemory

/// What is to be written to the audit trail. Its number, its time and its place in the chain come from the
/// trail. Never holds a value, a length or a plain hash of one.
public struct AuditRecord: Equatable, Sendable {
    public var event: AuditEvent
    public var outcome: AuditOutcome?
    public var context: AuditContext
    /// What it is about, in the reference grammar.
    public var reference: String?
    /// A version id, a number, a RevisionId.
    public var version: String?
    /// The reason as the person typed it. Kept as it is, control characters escaped; cleaned when shown.
    public var note: String?
    public var plan: String?
    public var step: String?
    public var requestID: String?
    public var fingerprint: Fingerprint?
    /// The error's code and a line that holds no value.
    public var error: String?

    public init(
        _ event: AuditEvent, _ outcome: AuditOutcome? = nil, context: AuditContext, reference: String? = nil,
        version: String? = nil, note: String? = nil, plan: String? = nil, step: String? = nil,
        requestID: String? = nil, fingerprint: Fingerprint? = nil, error: String? = nil
    ) {
        self.event = event
        self.outcome = outcome
        self.context = context
        self.reference = reference
        self.version = version
        self.note = note
        self.plan = plan
        self.step = step
        self.requestID = requestID
        self.fingerprint = fingerprint
        self.error = error
    }
}

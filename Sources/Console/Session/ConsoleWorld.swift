import AccountAccess
import AuditTrail
import ConsoleViewModels
import Operations
import SensitiveMemory
import StateFiles
import Watchers

/// What the console is joined with: the abilities that its effects need.
public struct ConsoleWorld: Sendable {
    /// The audit trail of this installation and the key of its fingerprints.
    public struct Trail: Sendable {
        public let audit: any AuditRecording
        public let fingerprints: FingerprintKey

        public init(audit: any AuditRecording, fingerprints: FingerprintKey) {
            self.audit = audit
            self.fingerprints = fingerprints
        }
    }

    public let inventory: any InventoryLoading
    public let details: any DetailLoading
    public let values: any ValueFetching
    public let callers: any CallerIdentifying
    /// Who depends on what; nil where nobody can be asked.
    public let consumers: (any ConsumerAsking)?
    /// What functions log; nil where nobody can be asked.
    public let logs: (any LogReading)?
    /// Plans; the reason where there can be none.
    public let plans: Result<any PlanWorkshop, OperationFailure>
    /// Incidents; the reason where there can be none.
    public let incidents: Result<any IncidentWorkshop, OperationFailure>
    /// The incident that the command line names; nil: the one that is attached.
    public let incident: String?
    /// What commands say; nil where they are not at hand.
    public let lent: (any CommandLending)?
    /// Why there is no trail to write to: the console then shows everything but values.
    public let trail: Result<Trail, OperationFailure>
    public let policy: RevealPolicy
    /// The folder in which filters are kept; nil where there is none.
    public let stateFolder: StateFolder?
    /// Who sits at this machine; the caller is added once AWS has told.
    public let context: AuditContext
    /// Where the session can begin anew; nil where it cannot.
    public let signingIn: (any SigningIn)?
    /// How long ago a second factor was entered here, in seconds; asked for each reveal.
    public let secondFactorAge: @Sendable () -> Double?
    /// Where values may be copied to; throws why they may not.
    public let clipboard: @Sendable () throws(OperationFailure) -> any ValueClipboard
    /// How long a copied value stays, in seconds.
    public let copySeconds: Int
    /// Where recorders and second viewers are looked for.
    public let surroundings: any TerminalSurroundings

    public init(
        inventory: any InventoryLoading, details: any DetailLoading, values: any ValueFetching,
        callers: any CallerIdentifying, trail: Result<Trail, OperationFailure>, policy: RevealPolicy,
        consumers: (any ConsumerAsking)? = nil, logs: (any LogReading)? = nil,
        plans: Result<any PlanWorkshop, OperationFailure> = .failure(
            OperationFailure(.ownFault, "there is nobody to make plans")),
        incidents: Result<any IncidentWorkshop, OperationFailure> = .failure(
            OperationFailure(.ownFault, "there is nobody to keep incidents")), incident: String? = nil,
        lent: (any CommandLending)? = nil, signingIn: (any SigningIn)? = nil,
        context: AuditContext, stateFolder: StateFolder? = nil,
        clipboard: @escaping @Sendable () throws(OperationFailure) -> any ValueClipboard = {
            () throws(OperationFailure) in throw OperationFailure(.denied, "the clipboard is off")
        }, copySeconds: Int = 30,
        surroundings: any TerminalSurroundings = SystemSurroundings(),
        secondFactorAge: @escaping @Sendable () -> Double? = { nil }
    ) {
        self.stateFolder = stateFolder
        self.inventory = inventory
        self.details = details
        self.values = values
        self.callers = callers
        self.consumers = consumers
        self.logs = logs
        self.plans = plans
        self.lent = lent
        self.incidents = incidents
        self.incident = incident
        self.signingIn = signingIn
        self.trail = trail
        self.policy = policy
        self.context = context
        self.clipboard = clipboard
        self.copySeconds = copySeconds
        self.surroundings = surroundings
        self.secondFactorAge = secondFactorAge
    }

    /// The store of the values behind the rules and the trail.
    func values(on trail: Trail) -> AuditedStore {
        AuditedStore(values, audit: trail.audit, fingerprints: trail.fingerprints, policy: policy)
    }
}

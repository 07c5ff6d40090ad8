import AuditTrail
import SensitiveMemory

/// What a run works with: the account, the target system, the disk and the time, each through a port.
public struct RunTools: Sendable {
    public var secrets: any SecretStaging
    public var parameters: any ParameterVersioning
    public var functions: any FunctionChanging
    /// nil if the plan has no hook.
    public var hook: (any TargetHook)?
    public var health: any HealthReading
    public var programs: any CheckRunning
    public var journal: any PlanJournaling
    public var audit: any AuditRecording
    public var clock: any RunClock
    public var fingerprints: FingerprintKey
    /// nil where no plan makes, deletes or configures a store.
    public var stores: (any StoreChanging)?
    /// nil where no variable holds a ciphertext.
    public var ciphers: (any VariableEncrypting)?
    /// nil where no role is given a right.
    public var grants: (any AccessGranting)?
    /// nil where nobody is asked who has read something.
    public var reads: (any ReadWatching)?

    /// nil where no plan deploys a stack.
    public var stacks: (any StackChanging)?
    /// nil where no plan has Secrets Manager make a value.
    public var passwords: (any PasswordMaking)?
    /// nil where no plan changes a key.
    public var keys: (any KeyRotating)?

    public init(
        secrets: any SecretStaging, parameters: any ParameterVersioning, functions: any FunctionChanging,
        hook: (any TargetHook)?, health: any HealthReading, programs: any CheckRunning, journal: any PlanJournaling,
        audit: any AuditRecording, clock: any RunClock, fingerprints: FingerprintKey,
        stores: (any StoreChanging)? = nil, ciphers: (any VariableEncrypting)? = nil,
        grants: (any AccessGranting)? = nil, reads: (any ReadWatching)? = nil,
        stacks: (any StackChanging)? = nil, passwords: (any PasswordMaking)? = nil,
        keys: (any KeyRotating)? = nil
    ) {
        self.secrets = secrets
        self.parameters = parameters
        self.functions = functions
        self.hook = hook
        self.health = health
        self.programs = programs
        self.journal = journal
        self.audit = audit
        self.clock = clock
        self.fingerprints = fingerprints
        self.stores = stores
        self.ciphers = ciphers
        self.grants = grants
        self.reads = reads
        self.stacks = stacks
        self.passwords = passwords
        self.keys = keys
    }
}

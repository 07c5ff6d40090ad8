import FoundationEssentials
import SensitiveMemory

/// All that was read of an account in order to say who depends on what. Rows and documents, never a value.
public struct AccountFacts: Sendable {
    public var account: String
    public var region: String
    /// $LATEST of each function.
    public var functions: [FunctionRow] = []
    /// The published versions, each with the environment that was frozen in it, by function.
    public var versions: [String: [FunctionRow]] = [:]
    /// The aliases by function.
    public var aliases: [String: [FunctionRow.Alias]] = [:]
    public var parameters: [ParameterRow] = []
    public var secrets: [SecretRow] = []
    public var keys: [KeyRow] = []
    /// Execution roles by ARN; one that could not be read is not here.
    public var roles: [String: PolicyCaller] = [:]
    /// Users with their groups' policies, and the roles that are no function's, in the order of their ARNs.
    public var principals: [PolicyCaller] = []
    /// Resource policies of secrets: a secret that has none has no statements here, one that was not asked for is missing.
    public var secretPolicies: [Reference: AccessPolicy] = [:]
    /// Key policies and grants by the key's id.
    public var keyAccess: [String: KeyAccess] = [:]
    public var stacks: [StackFacts] = []
    /// What CloudTrail has told.
    public var reads: [AccessEvent] = []
    /// The span of which it has told all reads of a store.
    public var readWindows: [SecretStore: AccessInterval] = [:]
    /// What CloudWatch has counted of the stores' calls, where that was asked for.
    public var usage: [SecretStore: CountedCalls] = [:]
    /// Which of the reads are this installation's own.
    public var ownReads = OwnReads()
    /// Stored values whose fingerprints were taken with a note: of which thing, which version, which field.
    public var stored: [StoredFingerprint] = []
    /// Stored values that were read with a note and take nine tenths or more of what they may, with that limit. How long
    /// one is exactly is not kept.
    public var nearlyFull: [Reference: AWSFact] = [:]
    /// When the versions of secrets and parameters were made, the newest first, where that was asked for.
    public var versionTimes: [Reference: [VersionTime]] = [:]
    /// When it was read.
    public var taken: Date
    /// What could not be read, a line each: an answer is only as whole as this is empty.
    public var gaps: [String] = []

    public init(account: String, region: String, taken: Date) {
        self.account = account
        self.region = region
        self.taken = taken
    }

    /// The reads that tell of a use: whoever looks with curtain does not depend on what is looked at.
    public var uses: [AccessEvent] { reads.filter { !ownReads.contain($0) } }

    public var place: AccountPlace { AccountPlace(account: account, region: region) }

    /// Whether a secret or parameter is in its list; true for what is of no such list.
    public func lists(_ reference: Reference) -> Bool {
        switch reference {
        case .secret: secrets.contains { $0.common.reference == reference }
        case .parameter: parameters.contains { $0.common.reference == reference }
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            true
        }
    }
}

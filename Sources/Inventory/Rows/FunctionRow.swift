import FoundationEssentials
import SensitiveMemory

/// A Lambda function without any of its values.
public struct FunctionRow: Sendable, Equatable {
    /// One environment variable: its name, and of its value only what may be known.
    public struct Variable: Sendable, Equatable {
        /// Where the value comes from.
        public enum Source: String, Sendable {
            case literal, secret, parameter, ciphertext, plain, unknown
        }

        public let name: String
        public let size: SizeClass
        public var source: Source
        /// What the value names, when it names something.
        public var of: Reference?
        /// Equal values have equal fingerprints; never printed in a row.
        public let fingerprint: Fingerprint?
        /// The parts of the value that may be names; never printed in a row.
        public let mentions: [ValueMention]
        /// Why the value looks like a secret in the clear; nil where it does not.
        public let shape: SecretShape?

        public init(
            name: String, size: SizeClass, source: Source, of: Reference? = nil, fingerprint: Fingerprint?,
            mentions: [ValueMention] = [], shape: SecretShape? = nil
        ) {
            self.name = name
            self.size = size
            self.source = source
            self.of = of
            self.fingerprint = fingerprint
            self.mentions = mentions
            self.shape = shape
        }
    }

    /// An alias and where it sends traffic.
    public struct Alias: Sendable, Equatable {
        public let name: String
        public let version: String
        /// Version to share of traffic (0 to 1); empty without routing.
        public let weights: [String: Double]

        public init(name: String, version: String, weights: [String: Double]) {
            self.name = name
            self.version = version
            self.weights = weights
        }
    }

    public var common: ResourceCommon
    public let runtime: String?
    /// nil where the list call does not tell.
    public var state: String?
    public var lastUpdateStatus: String?
    public let version: String?
    public let revisionID: String?
    public let role: String?
    public let kmsKey: String?
    public var variables: [Variable]
    /// Why the variables could not be read, when AWS says so (`Environment.Error`).
    public let variablesError: String?
    /// Names and values together, as AWS counts the 4,096 bytes.
    public let environmentBytes: Int
    public var aliases: [Alias]?
    public let description: String?
    public let layers: [String]
    /// Whether published versions start from a snapshot (SnapStart), which holds what the code had read by then.
    public let hasSnapshots: Bool

    public init(
        common: ResourceCommon, runtime: String?, state: String?, lastUpdateStatus: String?, version: String?,
        revisionID: String?, role: String?, kmsKey: String?, variables: [Variable], variablesError: String?,
        environmentBytes: Int, aliases: [Alias]?, description: String?, layers: [String],
        hasSnapshots: Bool = false
    ) {
        self.common = common
        self.runtime = runtime
        self.state = state
        self.lastUpdateStatus = lastUpdateStatus
        self.version = version
        self.revisionID = revisionID
        self.role = role
        self.kmsKey = kmsKey
        self.variables = variables
        self.variablesError = variablesError
        self.environmentBytes = environmentBytes
        self.aliases = aliases
        self.description = description
        self.layers = layers
        self.hasSnapshots = hasSnapshots
    }
}

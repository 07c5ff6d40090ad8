import SensitiveMemory

/// A function or one of its versions, without the values of its environment.
public struct FunctionState: Sendable, Equatable {
    /// `$LATEST` or a number.
    public var version: String
    public var revision: String
    public var codeSHA256: String?
    public var description: String?
    /// Active, Pending, Inactive, Failed.
    public var state: String?
    public var stateReason: String?
    /// Successful, InProgress, Failed.
    public var updateStatus: String?
    public var updateReason: String?
    /// Name to fingerprint.
    public var variables: [String: Fingerprint]
    /// Why AWS could not read the environment. Then `variables` is empty and means nothing.
    public var environmentError: String?
    /// Every other member of the configuration that a release would ship, by a digest.
    public var settings: [String: String]

    public init(
        version: String, revision: String, codeSHA256: String? = nil, description: String? = nil,
        state: String? = "Active", stateReason: String? = nil, updateStatus: String? = "Successful",
        updateReason: String? = nil, variables: [String: Fingerprint] = [:], environmentError: String? = nil,
        settings: [String: String] = [:]
    ) {
        self.version = version
        self.revision = revision
        self.codeSHA256 = codeSHA256
        self.description = description
        self.state = state
        self.stateReason = stateReason
        self.updateStatus = updateStatus
        self.updateReason = updateReason
        self.variables = variables
        self.environmentError = environmentError
        self.settings = settings
    }

    /// What a release of this would ship beyond the other: the code, settings, and variables but these.
    public func differences(from other: FunctionState, but planned: Set<String>) -> [String] {
        var names: [String] = []
        if codeSHA256 != other.codeSHA256 { names.append("code") }
        names += Set(settings.keys).union(other.settings.keys).filter { settings[$0] != other.settings[$0] }.sorted()
        names += Set(variables.keys).union(other.variables.keys).subtracting(planned)
            .subtracting([FunctionLane.marker]).filter { variables[$0] != other.variables[$0] }.sorted()
            .map { "variable \($0)" }
        return names
    }
}

/// Where an alias sends its traffic.
public struct AliasState: Sendable, Equatable {
    public var version: String
    /// Version to share (0 to 1); empty without routing.
    public var weights: [String: Double]
    public var revision: String?

    public init(version: String, weights: [String: Double] = [:], revision: String? = nil) {
        self.version = version
        self.weights = weights
        self.revision = revision
    }
}

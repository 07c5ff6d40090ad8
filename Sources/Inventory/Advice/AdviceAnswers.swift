/// What is known of a secret that wants a place to live.
public struct AdviceAnswers: Sendable, Equatable {
    /// What somebody can do with it who should not have it.
    public enum BlastRadius: String, Sendable, CaseIterable { case small, large }

    public enum Rotation: String, Sendable, CaseIterable {
        /// Nobody asks for it.
        case none
        /// By hand, now and then.
        case wanted
        /// A rule such as PCI-DSS or HIPAA demands it.
        case mandated
    }

    /// Who may read the configuration of the functions: auditors and security products count.
    public enum Readers: String, Sendable, CaseIterable { case few, many }

    public enum Kind: String, Sendable, CaseIterable {
        case text, certificate
        case signingKey = "signing-key"
    }

    public var kind: Kind
    public var blastRadius: BlastRadius
    /// How many functions read it.
    public var functions: Int
    /// Whether each function can have one of its own.
    public var keyAFunction: Bool
    /// Bytes.
    public var size: Int
    public var rotation: Rotation
    public var readers: Readers
    public var regions: Int
    /// Reads a month.
    public var calls: Int

    public init(
        kind: Kind = .text, blastRadius: BlastRadius = .large, functions: Int = 1, keyAFunction: Bool = false,
        size: Int = 64, rotation: Rotation = .wanted, readers: Readers = .many, regions: Int = 1, calls: Int = 10_000
    ) {
        self.kind = kind
        self.blastRadius = blastRadius
        self.functions = functions
        self.keyAFunction = keyAFunction
        self.size = size
        self.rotation = rotation
        self.readers = readers
        self.regions = regions
        self.calls = calls
    }

    /// Whether several functions hold one and the same value.
    var isShared: Bool { functions > 1 && !keyAFunction }
}

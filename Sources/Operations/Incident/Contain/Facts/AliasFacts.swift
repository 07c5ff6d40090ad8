import FoundationEssentials

/// What is known of an alias before it goes back.
public struct AliasFacts: Equatable, Sendable {
    public struct Version: Equatable, Sendable {
        public let number: Int
        public let published: Date?
        public let description: String?

        public init(number: Int, published: Date?, description: String?) {
            self.number = number
            self.published = published
            self.description = description
        }
    }

    public let function: String
    public let name: String
    public let version: String
    public let weights: [AccountChange.AliasWeight]
    /// In the order of their numbers.
    public let versions: [Version]

    public init(
        function: String, name: String, version: String, weights: [AccountChange.AliasWeight], versions: [Version]
    ) {
        self.function = function
        self.name = name
        self.version = version
        self.weights = weights
        self.versions = versions
    }
}

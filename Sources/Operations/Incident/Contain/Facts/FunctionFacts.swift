/// What is known of a function before it is stopped or its address is locked.
public struct FunctionFacts: Equatable, Sendable {
    public struct Source: Equatable, Sendable {
        public let uuid: String
        public let arn: String?
        public let isEnabled: Bool

        public init(uuid: String, arn: String?, isEnabled: Bool) {
            self.uuid = uuid
            self.arn = arn
            self.isEnabled = isEnabled
        }
    }

    public struct Provisioned: Equatable, Sendable {
        public let qualifier: String
        public let count: Int

        public init(qualifier: String, count: Int) {
            self.qualifier = qualifier
            self.count = count
        }
    }

    public struct Address: Equatable, Sendable {
        public let qualifier: String?
        public let url: String
        public let authType: String

        public init(qualifier: String?, url: String, authType: String) {
            self.qualifier = qualifier
            self.url = url
            self.authType = authType
        }
    }

    public let name: String
    /// Reserved concurrency; nil where none is reserved.
    public let reserved: Int?
    /// What the account has not reserved; nil if it cannot be told.
    public let unreserved: Int?
    public let sources: [Source]
    public let provisioned: [Provisioned]
    public let addresses: [Address]
    public let aliases: [String]

    public init(
        name: String, reserved: Int?, unreserved: Int?, sources: [Source], provisioned: [Provisioned],
        addresses: [Address], aliases: [String]
    ) {
        self.name = name
        self.reserved = reserved
        self.unreserved = unreserved
        self.sources = sources
        self.provisioned = provisioned
        self.addresses = addresses
        self.aliases = aliases
    }
}

/// Who may use a key, by the key's own documents.
public struct KeyAccess: Sendable, Equatable {
    /// A grant and what it lets its grantee do.
    public struct Grant: Sendable, Equatable {
        public let name: String
        /// The grantee's ARN.
        public let grantee: String
        /// `Decrypt`, `GenerateDataKey`, …
        public let operations: [String]

        public init(name: String, grantee: String, operations: [String]) {
            self.name = name
            self.grantee = grantee
            self.operations = operations
        }
    }

    /// nil if it could not be read.
    public let policy: AccessPolicy?
    public let grants: [Grant]

    public init(policy: AccessPolicy?, grants: [Grant]) {
        self.policy = policy
        self.grants = grants
    }
}

/// What is known of a role or user before its sessions are denied.
public struct PrincipalFacts: Equatable, Sendable {
    /// A function that runs as the role.
    public struct Function: Equatable, Sendable {
        public let name: String
        public let description: String
        /// Whether an alias or a version number serves calls with a published version.
        public let hasPublishedVersions: Bool

        public init(name: String, description: String, hasPublishedVersions: Bool) {
            self.name = name
            self.description = description
            self.hasPublishedVersions = hasPublishedVersions
        }
    }

    public let name: String
    public let arn: String
    public let isRole: Bool
    /// Those of this region.
    public let functions: [Function]
    public let sessionPolicy: PolicyText?

    public init(name: String, arn: String, isRole: Bool, functions: [Function], sessionPolicy: PolicyText?) {
        self.name = name
        self.arn = arn
        self.isRole = isRole
        self.functions = functions
        self.sessionPolicy = sessionPolicy
    }
}

/// The sources in the SDKs' order: the first that has credentials, or fails, decides.
public struct CredentialChain: CredentialSource {
    /// One source and its name for `whoami`.
    public struct Link: Sendable {
        public let name: String
        public let source: any CredentialSource

        public init(_ name: String, _ source: any CredentialSource) {
            self.name = name
            self.source = source
        }
    }

    public let links: [Link]

    public init(_ links: [Link]) { self.links = links }

    public func credentials() async throws(AWSError) -> AWSCredentials? {
        for link in links {
            if let found = try await link.source.credentials() { return found }
        }
        return nil
    }
}

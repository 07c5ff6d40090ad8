/// One place that credentials come from. A file each; `CredentialChain` asks them in order.
public protocol CredentialSource: Sendable {
    /// The credentials; nil if this place has none and the next may be asked. An error ends the search:
    /// the place is configured, but does not work.
    func credentials() async throws(AWSError) -> AWSCredentials?
}

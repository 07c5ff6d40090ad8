/// The ability to give credentials that are good now. `CredentialKeeper` has it.
public protocol CredentialProviding: Sendable {
    /// Good credentials; throws `.noCredentials`, `.expiredCredentials` or what the source says.
    func credentials() async throws(AWSError) -> AWSCredentials
    /// AWS said that these are no longer good: the next question fetches new ones.
    func refuse(_ credentials: AWSCredentials) async
}

import AWSClient
import AccountAccess
import AuditTrail

extension AuditContext {
    /// Asks AWS who the client's credentials belong to, for every record from here on.
    @discardableResult
    mutating func identify(by client: AWSClient) async throws -> CallerIdentity {
        accessKeyID = try await client.identity().accessKeyID
        let caller = try await CallerIdentity.load(client)
        actorARN = caller.arn
        account = caller.account
        return caller
    }
}

import AWSClient
import AccountAccess
import Console
import Operations

/// Who the client's credentials belong to.
struct ClientCallers: CallerIdentifying {
    let client: AWSClient

    func caller() async throws(OperationFailure) -> Caller {
        let credentials: AWSCredentials
        do throws(AWSError) { credentials = try await client.identity() } catch {
            throw OperationFailure(error, cannot: "tell who we are")
        }
        let identity = try await CallerIdentity.load(client)
        return Caller(
            account: identity.account, arn: identity.arn, accessKeyID: credentials.accessKeyID,
            credentialsEnd: credentials.expires)
    }
}

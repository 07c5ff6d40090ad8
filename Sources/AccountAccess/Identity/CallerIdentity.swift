import AWSClient
import AWSServices
import ForeignText
import Inventory
import Operations

/// Whose credentials are in use, as AWS says and not as the profile claims.
public struct CallerIdentity: Sendable, Equatable {
    public let account: String
    public let arn: String
    public let userID: String
    /// `aws`, `aws-cn`, `aws-us-gov`.
    public let partition: String

    public init(account: String, arn: String, userID: String, partition: String) {
        self.account = account
        self.arn = arn
        self.userID = userID
        self.partition = partition
    }

    /// Asks STS.
    public static func load(_ calls: any AWSCalling) async throws(OperationFailure) -> CallerIdentity {
        do throws(AWSError) {
            let answer = try await calls.perform(STS.GetCallerIdentity())
            return CallerIdentity(
                account: ForeignText.visible(answer.account), arn: ForeignText.visible(answer.arn),
                userID: ForeignText.visible(answer.userID),
                partition: AmazonResourceName(answer.arn).map { ForeignText.visible($0.partition) } ?? "aws")
        } catch {
            throw OperationFailure(error, cannot: "tell who we are")
        }
    }
}

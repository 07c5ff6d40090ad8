import AWSClient
import AccountAccess
import Inventory
import Operations

/// What accesses are asked for, with the ARN by which CloudTrail knows it.
struct AccessTarget: Sendable {
    private let reference: Reference?
    private let account: String
    private let region: String
    private let partition: String

    init(_ reference: Reference?, account: String, region: String, partition: String) {
        self.reference = reference
        self.account = account
        self.region = region
        self.partition = partition
    }

    /// An alias's key is what events name.
    func resolved(_ reader: AccountReader) async throws -> Reference? {
        guard case .key(let id)? = reference, id.hasPrefix("alias/"), !id.hasPrefix("alias/aws/") else {
            return reference
        }
        let detail = try await reader.details.detail(of: .key(id: id))
        return detail.row.common.reference
    }

    func arn(of reference: Reference?) -> String? {
        switch reference {
        case .parameter(let name, _)?:
            "arn:\(partition):ssm:\(region):\(account):parameter" + (name.hasPrefix("/") ? name : "/" + name)
        case .key(let id)?:
            "arn:\(partition):kms:\(region):\(account):" + (id.hasPrefix("alias/") ? id : "key/" + id)
        case .secret?, .function?, .variable?, .role?, .user?, .accessKey?, .alias?, .eventSourceMapping?,
            .functionURL?,
            .stack?, nil:
            nil
        }
    }
}

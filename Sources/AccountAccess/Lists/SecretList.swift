import AWSClient
import AWSServices
import Inventory
import Operations

/// The list of secrets, and what only DescribeSecret tells.
struct SecretList: Sendable {
    let calls: any AWSCalling
    let region: String

    func pages() -> RowPages {
        RowPages(of: SecretsManager.ListSecrets(), on: calls, cannot: "list secrets") {
            $0.secrets.map { .secret(SecretRow($0, region: region)) }
        }
    }

    /// The row with its replicas.
    func detailed(_ row: SecretRow) async throws(OperationFailure) -> SecretRow {
        guard case .secret(let name, _, _) = row.common.reference else { return row }
        do throws(AWSError) {
            return SecretRow(
                try await calls.perform(SecretsManager.DescribeSecret(secretID: row.common.arn ?? name)),
                region: region)
        } catch {
            throw OperationFailure(error, cannot: "describe secret \(row.common.name)")
        }
    }
}

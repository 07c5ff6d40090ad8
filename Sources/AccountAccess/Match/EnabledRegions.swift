import AWSClient
import AWSServices
import Operations

/// The regions that the account has switched on.
public enum EnabledRegions {
    /// Sorted; throws what EC2 says, such as that it may not be asked.
    public static func load(_ calls: any AWSCalling) async throws(OperationFailure) -> [String] {
        do throws(AWSError) {
            return try await calls.perform(EC2.DescribeRegions()).map { Cleaned.text($0) }.sorted()
        } catch {
            throw OperationFailure(error, cannot: "tell which regions are enabled")
        }
    }
}

import AWSClient
import AWSServices
import Inventory
import Operations

/// The list of parameters: pages in lanes side by side, as `LanePlan` finds them.
struct ParameterList: Sendable {
    let calls: PacedCalls
    let region: String

    func pages() -> RowPages {
        let run = LaneRun(calls: calls, region: region)
        return RowPages { () async throws(OperationFailure) in
            do throws(AWSError) { return try await run.next() } catch {
                throw OperationFailure(error, cannot: "list parameters")
            }
        }
    }
}

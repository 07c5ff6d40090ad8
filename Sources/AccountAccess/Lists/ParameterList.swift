import AWSClient
import AWSServices
import Inventory
import Operations

/// The list of parameters: one lane of pages, or several side by side that between them see every parameter once.
///
/// DescribeParameters gives 50 a page and each page waits for the one before; lanes that split the account by a
/// filter can be added here without anything else knowing.
struct ParameterList: Sendable {
    let calls: any AWSCalling
    let region: String
    /// The filters of each lane.
    let lanes: [[ParameterStore.DescribeParameters.Filter]]

    init(calls: any AWSCalling, region: String) {
        self.calls = calls
        self.region = region
        lanes = [[]]
    }

    func pages() -> RowPages {
        var running = lanes.map { filters in
            RowPages(
                of: ParameterStore.DescribeParameters(filters: filters), on: calls, cannot: "list parameters"
            ) {
                $0.parameters.map { .parameter(ParameterRow($0, region: region)) }
            }
        }
        return RowPages { () async throws(OperationFailure) in
            while let lane = running.first {
                if let page = try await lane.next() { return page }
                running.removeFirst()
            }
            return nil
        }
    }
}

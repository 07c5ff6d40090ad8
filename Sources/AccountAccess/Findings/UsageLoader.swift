import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// Reads from CloudWatch how often the stores were called in the last thirty days.
///
/// AWS counts the calls of many services by operation (namespace `AWS/Usage`, metric `CallCount`,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Service-Quota-Integration.html). Which it
/// counts in an account it says itself; a store of which no reads are counted is left out.
public struct UsageLoader: Sendable {
    private static let days = 30

    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    /// What cannot be read is a gap.
    public func load(now: Date) async -> (usage: [SecretStore: CountedCalls], gap: String?) {
        do throws(AWSError) {
            let counted = try await counted()
            guard !counted.isEmpty else { return ([:], nil) }
            let sums = try await calls.perform(
                CloudWatch.GetMetricData(
                    of: "CallCount", counted.map { ($0.store.rawValue, $0.metric) },
                    period: 86_400, start: now.addingTimeInterval(Double(-86_400 * Self.days)), end: now)
            ).sums
            let usage = Set(counted.map(\.store)).map { store in
                (store, CountedCalls(sums[store.rawValue] ?? 0, days: Double(Self.days), source: .cloudWatch))
            }
            return (Dictionary(uniqueKeysWithValues: usage), nil)
        } catch {
            let failure = OperationFailure(error, cannot: "count the calls of the stores in CloudWatch")
            return ([:], failure.message)
        }
    }

    /// The metrics of the operations that are charged, of the stores whose reads are among them.
    private func counted() async throws(AWSError) -> [(store: SecretStore, metric: CloudWatch.Metric)] {
        var found: [(operation: BilledOperation, metric: CloudWatch.Metric)] = []
        var pages = AnswerPages(CloudWatch.ListMetrics(namespace: "AWS/Usage", name: "CallCount"), on: calls)
        while let page = try await pages.next() {
            for metric in page.metrics where metric["Type"] == "API" {
                guard let operation = metric["Resource"].flatMap(BilledOperation.init) else { continue }
                found.append((operation, metric))
            }
        }
        let read = Set(found.filter(\.operation.isRead).map(\.operation.store))
        return found.filter { read.contains($0.operation.store) }.prefix(CloudWatch.GetMetricData.limit)
            .map { ($0.operation.store, $0.metric) }
    }
}

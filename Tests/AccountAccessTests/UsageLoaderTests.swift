import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Testing

/// The answers follow the examples of CloudWatch's API reference.
@Suite("How often the stores were called")
struct UsageLoaderTests {
    private static let now = Date(timeIntervalSince1970: 1_795_528_920)
    private static let list = "monitoring:ListMetrics AWS/Usage"
    private static let data = "monitoring:GetMetricData CallCount"

    private static func metric(_ service: String, _ resource: String, type: String = "API") -> String {
        let dimensions = [("Service", service), ("Type", type), ("Resource", resource), ("Class", "None")]
            .map { "<member><Name>\($0.0)</Name><Value>\($0.1)</Value></member>" }
        return "<member><Namespace>AWS/Usage</Namespace><MetricName>CallCount</MetricName>"
            + "<Dimensions>\(dimensions.joined())</Dimensions></member>"
    }

    private static func page(_ metrics: [String], token: String? = nil) -> ScriptedCalls.Answer {
        let next = token.map { "<NextToken>\($0)</NextToken>" } ?? ""
        return .body(
            "<ListMetricsResponse><ListMetricsResult><Metrics>\(metrics.joined())</Metrics>\(next)</ListMetricsResult>"
                + "</ListMetricsResponse>")
    }

    private static func points(_ results: [(id: String, values: [Double])]) -> ScriptedCalls.Answer {
        let members = results.map { result in
            let times = result.values.indices.map { "<member>2026-11-\(10 + $0)T00:00:00Z</member>" }.joined()
            let values = result.values.map { "<member>\($0)</member>" }.joined()
            return "<member><Id>\(result.id)</Id><Timestamps>\(times)</Timestamps><Values>\(values)</Values></member>"
        }
        return .body(
            "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults>\(members.joined())</MetricDataResults>"
                + "</GetMetricDataResult></GetMetricDataResponse>")
    }

    @Test("a store's charged operations are summed over all pages, by the names that AWS gives its services")
    func sums() async {
        let calls = ScriptedCalls([
            Self.list: Self.page(
                [Self.metric("Secrets Manager", "GetSecretValue"), Self.metric("EC2", "DescribeInstances")], token: "t")
        ])
        calls.announce(
            Self.list,
            Self.page([
                Self.metric("Secrets Manager", "PutSecretValue"), Self.metric("KMS", "Decrypt"),
                Self.metric("KMS", "Decrypt", type: "Resource")
            ]))
        calls.announce(Self.data, Self.points([("f0", [100, 20]), ("f1", [3]), ("f2", [40_000])]))
        let (usage, gap) = await UsageLoader(calls: calls).load(now: Self.now)
        #expect(
            usage == [
                .secretsManager: CountedCalls(123, days: 30, source: .cloudWatch),
                .kms: CountedCalls(40_000, days: 30, source: .cloudWatch)
            ])
        #expect(gap == nil && calls.unused.isEmpty)
    }

    @Test("a store whose reads are not counted is not counted at all")
    func withoutReads() async {
        let calls = ScriptedCalls([
            Self.list: Self.page([Self.metric("SSM", "PutParameter"), Self.metric("KMS", "Encrypt")])
        ])
        let (usage, gap) = await UsageLoader(calls: calls).load(now: Self.now)
        #expect(usage.isEmpty && gap == nil)
        #expect(calls.made == [Self.list])
    }

    @Test("where it may not be read, that is a gap")
    func denied() async {
        let calls = ScriptedCalls([Self.list: .failure(.denied("monitoring:ListMetrics"))])
        let (usage, gap) = await UsageLoader(calls: calls).load(now: Self.now)
        #expect(usage.isEmpty)
        #expect(gap?.contains("count the calls of the stores in CloudWatch") == true)
    }

    @Test("nothing in the last month is a count as well")
    func nothing() async {
        let calls = ScriptedCalls([Self.list: Self.page([Self.metric("SSM", "GetParameter")])])
        calls.announce(Self.data, Self.points([]))
        let (usage, _) = await UsageLoader(calls: calls).load(now: Self.now)
        #expect(usage == [.parameterStore: CountedCalls(0, days: 30, source: .cloudWatch)])
    }
}

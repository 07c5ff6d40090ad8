import AWSClient
import AWSServices
import FoundationEssentials
import Operations

/// Reads from CloudWatch how functions fare.
public struct AccountHealth: HealthReading {
    private let calls: any AWSCalling
    private let now: @Sendable () -> Date
    /// When the first change began: what came before it is compared with.
    private let began: Date

    public init(calls: any AWSCalling, began: Date, now: @escaping @Sendable () -> Date = { Date() }) {
        self.calls = calls
        self.began = began
        self.now = now
    }

    public func health(of functions: [String], minutes: Int) async throws(CallFailure) -> [FunctionHealth] {
        let end = now()
        let recent = (end.addingTimeInterval(-Double(minutes * 60)), end)
        let former = (began.addingTimeInterval(-3600), began)
        var health: [FunctionHealth] = []
        var rest = functions[...]
        while !rest.isEmpty {
            let names = Array(rest.prefix(CloudWatch.GetMetricData.limit))
            rest = rest.dropFirst(names.count)
            let (invocations, failures) = try await counts(names, recent)
            let (formerInvocations, formerFailures) = try await counts(names, former)
            health += names.map { name in
                FunctionHealth(
                    function: name, invocations: invocations[name] ?? 0, failures: failures[name] ?? 0,
                    formerInvocations: formerInvocations[name] ?? 0, formerFailures: formerFailures[name] ?? 0)
            }
        }
        return health
    }

    private func counts(
        _ functions: [String], _ span: (start: Date, end: Date)
    ) async throws(CallFailure) -> (invocations: [String: Int], failures: [String: Int]) {
        func sums(_ metric: String) async throws(CallFailure) -> [String: Int] {
            try await calls.change(
                CloudWatch.GetMetricData(metric: metric, functions: functions, start: span.start, end: span.end),
                "read \(metric) of functions"
            ).output.sums
        }
        let invocations = try await sums("Invocations")
        let errors = try await sums("Errors")
        let throttles = try await sums("Throttles")
        return (invocations, errors.merging(throttles, uniquingKeysWith: +))
    }
}

import AWSClient
import FoundationEssentials

extension CloudWatch {
    /// CloudWatch GetMetricData of one metric of Lambda functions, as sums; 500 functions a call.
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
    public struct GetMetricData: AWSOperation {
        /// How many functions one call takes.
        public static let limit = 500

        private let metric: String
        private let functions: [String]
        private let start: Date
        private let end: Date

        /// - Parameters:
        ///   - metric: `Invocations`, `Errors`, `Throttles`.
        ///   - functions: names, at most `limit`.
        public init(metric: String, functions: [String], start: Date, end: Date) {
            self.metric = metric
            self.functions = functions
            self.start = start
            self.end = end
        }

        public var request: AWSRequest {
            var members: [(name: String, value: String?)] = [
                ("StartTime", start.formatted(Date.ISO8601FormatStyle())),
                ("EndTime", end.formatted(Date.ISO8601FormatStyle()))
            ]
            for (place, function) in functions.enumerated() {
                let query = "MetricDataQueries.member.\(place + 1)"
                members += [
                    ("\(query).Id", "f\(place)"), ("\(query).ReturnData", "true"),
                    ("\(query).MetricStat.Stat", "Sum"), ("\(query).MetricStat.Period", "60"),
                    ("\(query).MetricStat.Metric.Namespace", "AWS/Lambda"),
                    ("\(query).MetricStat.Metric.MetricName", metric),
                    ("\(query).MetricStat.Metric.Dimensions.member.1.Name", "FunctionName"),
                    ("\(query).MetricStat.Metric.Dimensions.member.1.Value", function)
                ]
            }
            return .query(.cloudWatch, "GetMetricData", version: "2010-08-01", subject: metric, members)
        }

        /// The sum of each function; 0 where CloudWatch has nothing.
        public func output(_ response: AWSResponse) throws(AWSError) -> [String: Int] {
            let answer = try QueryAnswer(response, to: request)
            var sums: [String: Int] = [:]
            for result in answer.objects("MetricDataResults") {
                let id = try result.required("Id")
                guard id.hasPrefix("f"), let place = Int(id.dropFirst()), functions.indices.contains(place) else {
                    throw answer.malformed("has a result that was not asked for")
                }
                let sum = result.strings("Values").compactMap { Double($0) }.reduce(0, +)
                sums[functions[place], default: 0] += Int(sum.rounded())
            }
            return sums
        }
    }
}

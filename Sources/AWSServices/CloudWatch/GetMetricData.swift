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

        /// What was counted of each function, by the minute's beginning; nothing where CloudWatch has nothing.
        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var points: [String: [Date: Int]] = [:]
            for result in answer.objects("MetricDataResults") {
                let id = try result.required("Id")
                guard id.hasPrefix("f"), let place = Int(id.dropFirst()), functions.indices.contains(place) else {
                    throw answer.malformed("has a result that was not asked for")
                }
                let (times, values) = (result.strings("Timestamps"), result.strings("Values"))
                guard times.count == values.count else { throw answer.malformed("has values without their times") }
                for (time, value) in zip(times, values) {
                    guard let time = AnswerTime.date(time), let value = Double(value) else {
                        throw answer.malformed("has a point that is none")
                    }
                    points[functions[place], default: [:]][time, default: 0] += Int(value.rounded())
                }
            }
            return Output(points: points)
        }
    }
}

extension CloudWatch.GetMetricData {
    /// A metric of some functions, a number a minute.
    public struct Output: Sendable, Equatable {
        public let points: [String: [Date: Int]]

        /// The sum of each function that CloudWatch has something of.
        public var sums: [String: Int] { points.mapValues { $0.values.reduce(0, +) } }
    }
}

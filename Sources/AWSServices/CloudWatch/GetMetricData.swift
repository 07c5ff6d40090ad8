import AWSClient
import FoundationEssentials

extension CloudWatch {
    /// CloudWatch GetMetricData of some metrics, as sums; 500 metrics a call.
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
    public struct GetMetricData: AWSOperation {
        /// How many metrics one call takes.
        public static let limit = 500

        private let subject: String
        private let series: [(name: String, metric: Metric)]
        private let period: Int
        private let start: Date
        private let end: Date

        /// - Parameters:
        ///   - subject: what is counted, for the command log.
        ///   - series: the metrics, at most `limit`, each with the name under which its points are told; those of one
        ///     name are added up.
        ///   - period: seconds that one sum is of.
        public init(
            of subject: String, _ series: [(name: String, metric: Metric)], period: Int, start: Date, end: Date
        ) {
            self.subject = subject
            self.series = series
            self.period = period
            self.start = start
            self.end = end
        }

        /// A metric of Lambda functions, a sum a minute.
        ///
        /// - Parameters:
        ///   - metric: `Invocations`, `Errors`, `Throttles`.
        ///   - functions: names, at most `limit`.
        public init(metric: String, functions: [String], start: Date, end: Date) {
            let series = functions.map { name in
                let dimension = Metric.Dimension(name: "FunctionName", value: name)
                return (name, Metric(namespace: "AWS/Lambda", name: metric, dimensions: [dimension]))
            }
            self.init(of: metric, series, period: 60, start: start, end: end)
        }

        public var request: AWSRequest {
            var members: [(name: String, value: String?)] = [
                ("StartTime", start.formatted(Date.ISO8601FormatStyle())),
                ("EndTime", end.formatted(Date.ISO8601FormatStyle()))
            ]
            for (place, (_, metric)) in series.enumerated() {
                let query = "MetricDataQueries.member.\(place + 1)"
                members += [
                    ("\(query).Id", "f\(place)"), ("\(query).ReturnData", "true"),
                    ("\(query).MetricStat.Stat", "Sum"), ("\(query).MetricStat.Period", "\(period)"),
                    ("\(query).MetricStat.Metric.Namespace", metric.namespace),
                    ("\(query).MetricStat.Metric.MetricName", metric.name)
                ]
                for (number, dimension) in metric.dimensions.enumerated() {
                    let member = "\(query).MetricStat.Metric.Dimensions.member.\(number + 1)"
                    members += [("\(member).Name", dimension.name), ("\(member).Value", dimension.value)]
                }
            }
            return .query(.cloudWatch, "GetMetricData", version: CloudWatch.version, subject: subject, members)
        }

        /// What was counted of each, by the period's beginning; nothing where CloudWatch has nothing.
        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var points: [String: [Date: Int]] = [:]
            for result in answer.objects("MetricDataResults") {
                let id = try result.required("Id")
                guard id.hasPrefix("f"), let place = Int(id.dropFirst()), series.indices.contains(place) else {
                    throw answer.malformed("has a result that was not asked for")
                }
                let (times, values) = (result.strings("Timestamps"), result.strings("Values"))
                guard times.count == values.count else { throw answer.malformed("has values without their times") }
                for (time, value) in zip(times, values) {
                    guard let time = AnswerTime.date(time), let value = Double(value) else {
                        throw answer.malformed("has a point that is none")
                    }
                    points[series[place].name, default: [:]][time, default: 0] += Int(value.rounded())
                }
            }
            return Output(points: points)
        }
    }
}

extension CloudWatch.GetMetricData {
    /// What was counted of some metrics, a number a period.
    public struct Output: Sendable, Equatable {
        public let points: [String: [Date: Int]]

        /// The sum of each metric that CloudWatch has something of.
        public var sums: [String: Int] { points.mapValues { $0.values.reduce(0, +) } }
    }
}

import AWSClient

extension CloudWatch {
    /// CloudWatch ListMetrics of one name: those that had a point in the last two weeks, 500 a page.
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html
    public struct ListMetrics: PagedOperation {
        public struct Output: AnswerPage {
            public let metrics: [Metric]
            public let nextToken: String?
        }

        public var token: String?
        private let namespace: String
        private let name: String

        public init(namespace: String, name: String) {
            self.namespace = namespace
            self.name = name
        }

        public var request: AWSRequest {
            .query(
                .cloudWatch, "ListMetrics", version: CloudWatch.version, subject: namespace,
                [("Namespace", namespace), ("MetricName", name), ("NextToken", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var metrics: [Metric] = []
            for metric in answer.objects("Metrics") {
                var dimensions: [Metric.Dimension] = []
                for dimension in metric.objects("Dimensions") {
                    dimensions.append(
                        Metric.Dimension(name: try dimension.required("Name"), value: dimension.string("Value") ?? ""))
                }
                metrics.append(
                    Metric(
                        namespace: try metric.required("Namespace"), name: try metric.required("MetricName"),
                        dimensions: dimensions))
            }
            return Output(metrics: metrics, nextToken: answer.string("NextToken"))
        }
    }
}

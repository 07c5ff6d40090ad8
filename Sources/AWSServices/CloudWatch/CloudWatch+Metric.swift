extension CloudWatch {
    /// A metric, named by all its dimensions.
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Metric.html
    public struct Metric: Sendable, Equatable {
        public struct Dimension: Sendable, Equatable {
            public let name: String
            public let value: String

            public init(name: String, value: String) {
                self.name = name
                self.value = value
            }
        }

        public let namespace: String
        public let name: String
        /// In AWS's order.
        public let dimensions: [Dimension]

        public init(namespace: String, name: String, dimensions: [Dimension]) {
            self.namespace = namespace
            self.name = name
            self.dimensions = dimensions
        }

        public subscript(dimension: String) -> String? { dimensions.first { $0.name == dimension }?.value }
    }
}

import AWSClient

extension Lambda {
    /// Lambda GetProvisionedConcurrencyConfig of an alias or version; ProvisionedConcurrencyConfigNotFoundException if there
    /// is none. https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
    public struct GetProvisionedConcurrencyConfig: AWSOperation {
        public struct Output: Sendable, Equatable {
            /// READY, IN_PROGRESS, FAILED.
            public let status: String
            public let statusReason: String?
            public let requested: Int?
        }

        private let function: String
        private let qualifier: String

        public init(function: String, qualifier: String) {
            self.function = function
            self.qualifier = qualifier
        }

        public var request: AWSRequest {
            .lambda(
                "GetProvisionedConcurrencyConfig",
                ["2019-09-30", "functions", function, "provisioned-concurrency"], query: [("Qualifier", qualifier)],
                subject: "\(function):\(qualifier)")
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                status: try answer.required("Status"), statusReason: answer.string("StatusReason"),
                requested: answer.int("RequestedProvisionedConcurrentExecutions"))
        }
    }
}

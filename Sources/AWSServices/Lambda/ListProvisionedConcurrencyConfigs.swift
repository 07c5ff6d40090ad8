import AWSClient
import FoundationEssentials

extension Lambda {
    /// Lambda ListProvisionedConcurrencyConfigs of one function.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html
    public struct ListProvisionedConcurrencyConfigs: PagedOperation {
        public struct Config: Sendable, Equatable {
            /// The ARN with the alias or version.
            public let functionARN: String
            public let requested: Int
            /// READY, IN_PROGRESS, FAILED.
            public let status: String?
        }

        public struct Output: AnswerPage {
            public let configs: [Config]
            public let nextToken: String?
        }

        public var token: String?
        private let function: String

        public init(function: String) { self.function = function }

        public var request: AWSRequest {
            .lambda(
                "ListProvisionedConcurrencyConfigs", ["2019-09-30", "functions", function, "provisioned-concurrency"],
                query: [("List", "ALL"), ("Marker", token), ("MaxItems", "50")], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var configs: [Config] = []
            for config in answer.objects("ProvisionedConcurrencyConfigs") {
                configs.append(
                    Config(
                        functionARN: try config.required("FunctionArn"),
                        requested: config.int("RequestedProvisionedConcurrentExecutions") ?? 0,
                        status: config.string("Status")))
            }
            return Output(configs: configs, nextToken: answer.string("NextMarker"))
        }
    }
}

import AWSClient

extension Lambda {
    /// Lambda ListFunctionUrlConfigs: the function's URL and those of its aliases.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html
    public struct ListFunctionUrlConfigs: PagedOperation {
        public struct Config: Sendable, Equatable {
            public let url: String
            public let functionARN: String
            /// NONE or AWS_IAM.
            public let authType: String
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
                "ListFunctionUrlConfigs", ["2021-10-31", "functions", function, "urls"],
                query: [("Marker", token), ("MaxItems", "50")], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var configs: [Config] = []
            for config in try answer.requiredObjects("FunctionUrlConfigs") {
                configs.append(
                    Config(
                        url: try config.required("FunctionUrl"), functionARN: try config.required("FunctionArn"),
                        authType: try config.required("AuthType")))
            }
            return Output(configs: configs, nextToken: answer.string("NextMarker"))
        }
    }
}

import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM DescribeParameters: 50 parameters a page without their values; a filtered page may be empty and have more
    /// behind it. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html
    public struct DescribeParameters: PagedOperation {
        /// One condition of the call.
        public struct Filter: Sendable, Equatable {
            /// `Name`, `Path`, `Type`, `KeyId`, `Tier`, `tag:NAME`, …
            public let key: String
            /// `Equals`, `BeginsWith`, `Contains`, `OneLevel`, `Recursive`.
            public let option: String
            public let values: [String]

            public init(key: String, option: String, values: [String]) {
                self.key = key
                self.option = option
                self.values = values
            }
        }

        public struct Output: AnswerPage {
            public let parameters: [ParameterMetadata]
            public let nextToken: String?
        }

        public var token: String?
        private let filters: [Filter]

        public init(filters: [Filter] = []) { self.filters = filters }

        public var request: AWSRequest {
            .parameterStore("DescribeParameters") { body in
                if !filters.isEmpty {
                    body.key("ParameterFilters")
                    body.array { list in
                        for filter in filters {
                            list.object {
                                $0.member("Key", filter.key)
                                $0.member("Option", filter.option)
                                $0.strings("Values", filter.values)
                            }
                        }
                    }
                }
                body.member("MaxResults", 50)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var parameters: [ParameterMetadata] = []
            for parameter in try answer.requiredObjects("Parameters") {
                parameters.append(try ParameterMetadata(parameter))
            }
            return Output(parameters: parameters, nextToken: answer.string("NextToken"))
        }
    }
}

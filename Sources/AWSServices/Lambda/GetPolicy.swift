import AWSClient

extension Lambda {
    /// Lambda GetPolicy: the resource policy of a function, version or alias; ResourceNotFoundException if it has none.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
    public struct GetPolicy: AWSOperation {
        public struct Output: Sendable, Equatable {
            /// The policy document, JSON.
            public let policy: String
            public let revisionID: String?
        }

        private let function: String
        private let qualifier: String?

        public init(function: String, qualifier: String? = nil) {
            self.function = function
            self.qualifier = qualifier
        }

        public var request: AWSRequest {
            .lambda(
                "GetPolicy", ["2015-03-31", "functions", function, "policy"], query: [("Qualifier", qualifier)],
                subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(policy: try answer.required("Policy"), revisionID: answer.string("RevisionId"))
        }
    }
}

import AWSClient

extension Lambda {
    /// Lambda GetFunctionConfiguration.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
    public struct GetFunctionConfiguration<Variable: Sendable>: AWSOperation {
        private let function: String
        private let qualifier: String?
        private let read: EnvironmentReader<Variable>

        public init(function: String, qualifier: String? = nil, read: @escaping EnvironmentReader<Variable>) {
            self.function = function
            self.qualifier = qualifier
            self.read = read
        }

        public var request: AWSRequest {
            .lambda(
                "GetFunctionConfiguration", ["2015-03-31", "functions", function, "configuration"],
                query: [("Qualifier", qualifier)], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> FunctionConfiguration<Variable> {
            try FunctionConfiguration(Answer(response, to: request), read: read)
        }
    }
}

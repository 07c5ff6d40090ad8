import AWSClient

extension Lambda {
    /// Lambda ListVersionsByFunction: the published versions and $LATEST, each with the environment that was frozen in
    /// it. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
    public struct ListVersionsByFunction<Variable: Sendable>: PagedOperation {
        public struct Output: AnswerPage {
            public let versions: [FunctionConfiguration<Variable>]
            public let nextToken: String?
        }

        public var token: String?
        private let function: String
        private let read: EnvironmentReader<Variable>

        public init(function: String, read: @escaping EnvironmentReader<Variable>) {
            self.function = function
            self.read = read
        }

        public var request: AWSRequest {
            .lambda(
                "ListVersionsByFunction", ["2015-03-31", "functions", function, "versions"],
                query: [("Marker", token), ("MaxItems", "50")], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var versions: [FunctionConfiguration<Variable>] = []
            for version in try answer.requiredObjects("Versions") {
                versions.append(try FunctionConfiguration(version, read: read))
            }
            return Output(versions: versions, nextToken: answer.string("NextMarker"))
        }
    }
}

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
        private let settings: Bool

        /// - Parameter settings: whether the versions are to be compared with another configuration.
        public init(function: String, settings: Bool = false, read: @escaping EnvironmentReader<Variable>) {
            self.function = function
            self.read = read
            self.settings = settings
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
                versions.append(try FunctionConfiguration(version, read: read, settings: settings))
            }
            return Output(versions: versions, nextToken: answer.string("NextMarker"))
        }
    }
}

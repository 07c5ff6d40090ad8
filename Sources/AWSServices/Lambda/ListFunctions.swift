import AWSClient

extension Lambda {
    /// Lambda ListFunctions: 50 functions a page, each with its whole environment, of which only what `read` makes
    /// stays. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
    public struct ListFunctions<Variable: Sendable>: PagedOperation {
        public struct Output: AnswerPage {
            public let functions: [FunctionConfiguration<Variable>]
            public let nextToken: String?
        }

        public var token: String?
        private let allVersions: Bool
        private let read: EnvironmentReader<Variable>

        /// - Parameter allVersions: also every published version, as an entry of its own.
        public init(allVersions: Bool = false, read: @escaping EnvironmentReader<Variable>) {
            self.allVersions = allVersions
            self.read = read
        }

        public var request: AWSRequest {
            .lambda(
                "ListFunctions", ["2015-03-31", "functions"],
                query: [
                    ("FunctionVersion", allVersions ? "ALL" : nil), ("Marker", token), ("MaxItems", "50")
                ])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var functions: [FunctionConfiguration<Variable>] = []
            for function in try answer.requiredObjects("Functions") {
                functions.append(try FunctionConfiguration(function, read: read))
            }
            return Output(functions: functions, nextToken: answer.string("NextMarker"))
        }
    }
}

import AWSClient

extension Lambda {
    /// Lambda GetFunction: the configuration, the tags and the reserved concurrency. The answer also has a presigned URL
    /// of the code, good for ten minutes, which is dropped like a value.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
    public struct GetFunction<Variable: Sendable>: AWSOperation {
        public struct Output: Sendable {
            public let configuration: FunctionConfiguration<Variable>
            /// nil if the caller may not see them.
            public let tags: [String: String]?
            public let reservedConcurrency: Int?
        }

        private let function: String
        private let qualifier: String?
        private let read: EnvironmentReader<Variable>
        private let settings: Bool

        /// - Parameter settings: whether the configuration is to be compared with another.
        public init(
            function: String, qualifier: String? = nil, settings: Bool = false,
            read: @escaping EnvironmentReader<Variable>
        ) {
            self.function = function
            self.qualifier = qualifier
            self.read = read
            self.settings = settings
        }

        public var request: AWSRequest {
            .lambda(
                "GetFunction", ["2015-03-31", "functions", function], query: [("Qualifier", qualifier)],
                subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                configuration: try FunctionConfiguration(
                    answer.requiredObject("Configuration"), read: read, settings: settings),
                tags: answer.object("TagsError") == nil ? answer.map("Tags") : nil,
                reservedConcurrency: answer.object("Concurrency")?.int("ReservedConcurrentExecutions"))
        }
    }
}

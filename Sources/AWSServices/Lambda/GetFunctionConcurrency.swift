import AWSClient

extension Lambda {
    /// Lambda GetFunctionConcurrency: the concurrency reserved for the function, nil if none is.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
    public struct GetFunctionConcurrency: AWSOperation {
        private let function: String

        public init(function: String) { self.function = function }

        public var request: AWSRequest {
            .lambda("GetFunctionConcurrency", ["2019-09-30", "functions", function, "concurrency"], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Int? {
            try Answer(response, to: request).int("ReservedConcurrentExecutions")
        }
    }
}

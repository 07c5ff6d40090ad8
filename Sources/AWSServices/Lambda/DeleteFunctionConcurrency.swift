import AWSClient

extension Lambda {
    /// Lambda DeleteFunctionConcurrency: gives the reserved concurrency back.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html
    public struct DeleteFunctionConcurrency: AWSOperation {
        private let function: String

        public init(function: String) { self.function = function }

        public var request: AWSRequest {
            .lambdaChange(
                "DeleteFunctionConcurrency", "DELETE", ["2017-10-31", "functions", function, "concurrency"],
                subject: function
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

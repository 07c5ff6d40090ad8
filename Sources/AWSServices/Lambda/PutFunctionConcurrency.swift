import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda PutFunctionConcurrency: reserves concurrency; 0 stops every version and alias.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html
    public struct PutFunctionConcurrency: AWSOperation {
        private let function: String
        private let reserved: Int

        public init(function: String, reserved: Int) {
            self.function = function
            self.reserved = reserved
        }

        public var request: AWSRequest {
            .lambdaChange(
                "PutFunctionConcurrency", "PUT", ["2017-10-31", "functions", function, "concurrency"],
                subject: function,
                body: .json { $0.member("ReservedConcurrentExecutions", reserved) }
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda PutProvisionedConcurrencyConfig of an alias or version.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html
    public struct PutProvisionedConcurrencyConfig: AWSOperation {
        private let function: String
        private let qualifier: String
        private let count: Int

        public init(function: String, qualifier: String, count: Int) {
            self.function = function
            self.qualifier = qualifier
            self.count = count
        }

        public var request: AWSRequest {
            .lambdaChange(
                "PutProvisionedConcurrencyConfig", "PUT",
                ["2019-09-30", "functions", function, "provisioned-concurrency"], query: [("Qualifier", qualifier)],
                subject: function,
                body: .json { $0.member("ProvisionedConcurrentExecutions", count) }
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient

extension Lambda {
    /// Lambda DeleteProvisionedConcurrencyConfig of an alias or version.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html
    public struct DeleteProvisionedConcurrencyConfig: AWSOperation {
        private let function: String
        private let qualifier: String

        public init(function: String, qualifier: String) {
            self.function = function
            self.qualifier = qualifier
        }

        public var request: AWSRequest {
            .lambdaChange(
                "DeleteProvisionedConcurrencyConfig", "DELETE",
                ["2019-09-30", "functions", function, "provisioned-concurrency"], query: [("Qualifier", qualifier)],
                subject: function
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

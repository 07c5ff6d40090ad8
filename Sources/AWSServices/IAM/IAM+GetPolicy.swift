import AWSClient

extension IAM {
    /// IAM GetPolicy: which version of a managed policy is in force.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html
    public struct GetPolicy: AWSOperation {
        private let arn: String

        public init(arn: String) { self.arn = arn }

        public var request: AWSRequest { .iam("GetPolicy", subject: arn, [("PolicyArn", arn)]) }

        /// The id of the default version: `v3`.
        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            let answer = try QueryAnswer(response, to: request)
            guard let policy = answer.object("Policy") else { throw answer.malformed("has no Policy") }
            return try policy.required("DefaultVersionId")
        }
    }
}

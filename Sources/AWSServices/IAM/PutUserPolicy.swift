import AWSClient

extension IAM {
    /// IAM PutUserPolicy: sets an inline policy of a user; one of the same name is replaced.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html
    public struct PutUserPolicy: AWSOperation {
        private let user: String
        private let name: String
        private let document: String

        /// - Parameter document: JSON.
        public init(user: String, name: String, document: String) {
            self.user = user
            self.name = name
            self.document = document
        }

        public var request: AWSRequest {
            .iam(
                "PutUserPolicy", subject: user,
                [("UserName", user), ("PolicyName", name), ("PolicyDocument", document)]
            ).changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient

extension IAM {
    /// IAM PutRolePolicy: sets an inline policy of a role; one of the same name is replaced.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
    public struct PutRolePolicy: AWSOperation {
        private let role: String
        private let name: String
        private let document: String

        /// - Parameter document: JSON.
        public init(role: String, name: String, document: String) {
            self.role = role
            self.name = name
            self.document = document
        }

        public var request: AWSRequest {
            .iam(
                "PutRolePolicy", subject: role,
                [("RoleName", role), ("PolicyName", name), ("PolicyDocument", document)]
            ).changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

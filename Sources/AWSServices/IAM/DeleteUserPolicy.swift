import AWSClient

extension IAM {
    /// IAM DeleteUserPolicy: removes an inline policy of a user.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html
    public struct DeleteUserPolicy: AWSOperation {
        private let user: String
        private let name: String

        public init(user: String, name: String) {
            self.user = user
            self.name = name
        }

        public var request: AWSRequest {
            .iam("DeleteUserPolicy", subject: user, [("UserName", user), ("PolicyName", name)]).changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient

extension IAM {
    /// IAM DeleteRolePolicy: removes an inline policy of a role.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html
    public struct DeleteRolePolicy: AWSOperation {
        private let role: String
        private let name: String

        public init(role: String, name: String) {
            self.role = role
            self.name = name
        }

        public var request: AWSRequest {
            .iam("DeleteRolePolicy", subject: role, [("RoleName", role), ("PolicyName", name)]).changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

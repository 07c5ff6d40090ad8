import AWSClient

extension IAM {
    /// IAM GetRolePolicy: the document of an inline policy.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
    public struct GetRolePolicy: AWSOperation {
        private let role: String
        private let name: String

        public init(role: String, name: String) {
            self.role = role
            self.name = name
        }

        public var request: AWSRequest {
            .iam("GetRolePolicy", subject: role, [("RoleName", role), ("PolicyName", name)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> InlinePolicy {
            InlinePolicy(name: name, document: try QueryAnswer(response, to: request).document("PolicyDocument"))
        }
    }
}

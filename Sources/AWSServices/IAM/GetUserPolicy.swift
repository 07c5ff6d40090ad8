import AWSClient

extension IAM {
    /// IAM GetUserPolicy: the document of an inline policy.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html
    public struct GetUserPolicy: AWSOperation {
        private let user: String
        private let name: String

        public init(user: String, name: String) {
            self.user = user
            self.name = name
        }

        public var request: AWSRequest {
            .iam("GetUserPolicy", subject: user, [("UserName", user), ("PolicyName", name)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> InlinePolicy {
            InlinePolicy(name: name, document: try QueryAnswer(response, to: request).document("PolicyDocument"))
        }
    }
}

import AWSClient

extension CloudFormation {
    /// CloudFormation ExecuteChangeSet: puts it into effect.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
    public struct ExecuteChangeSet: AWSOperation {
        private let stack: String
        private let name: String
        private let token: String

        public init(stack: String, name: String, token: String) {
            self.stack = stack
            self.name = name
            self.token = token
        }

        public var request: AWSRequest {
            .cloudFormation(
                "ExecuteChangeSet", subject: "\(stack)/\(name)",
                [("StackName", stack), ("ChangeSetName", name), ("ClientRequestToken", token)]
            ).changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient

extension CloudFormation {
    /// CloudFormation DeleteChangeSet: one that was not put into effect.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
    public struct DeleteChangeSet: AWSOperation {
        private let stack: String
        private let name: String

        public init(stack: String, name: String) {
            self.stack = stack
            self.name = name
        }

        public var request: AWSRequest {
            .cloudFormation(
                "DeleteChangeSet", subject: "\(stack)/\(name)",
                [("StackName", stack), ("ChangeSetName", name)]
            ).changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient

extension IAM {
    /// IAM ListAttachedRolePolicies: the managed policies of a role.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html
    public struct ListAttachedRolePolicies: PagedOperation {
        public struct Output: AnswerPage {
            public let policies: [AttachedPolicy]
            public let nextToken: String?
        }

        public var token: String?
        private let role: String

        public init(role: String) { self.role = role }

        public var request: AWSRequest {
            .iam("ListAttachedRolePolicies", subject: role, [("RoleName", role), ("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            return Output(policies: try answer.attachedPolicies("AttachedPolicies"), nextToken: answer.nextMarker)
        }
    }
}

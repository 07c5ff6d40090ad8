import AWSClient

extension IAM {
    /// IAM ListAttachedUserPolicies: the managed policies of a user.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html
    public struct ListAttachedUserPolicies: PagedOperation {
        public struct Output: AnswerPage {
            public let policies: [AttachedPolicy]
            public let nextToken: String?
        }

        public var token: String?
        private let user: String

        public init(user: String) { self.user = user }

        public var request: AWSRequest {
            .iam("ListAttachedUserPolicies", subject: user, [("UserName", user), ("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            return Output(policies: try answer.attachedPolicies("AttachedPolicies"), nextToken: answer.nextMarker)
        }
    }
}

import AWSClient

extension IAM {
    /// IAM ListUserPolicies: the names of a user's inline policies.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html
    public struct ListUserPolicies: PagedOperation {
        public struct Output: AnswerPage {
            public let names: [String]
            public let nextToken: String?
        }

        public var token: String?
        private let user: String

        public init(user: String) { self.user = user }

        public var request: AWSRequest {
            .iam("ListUserPolicies", subject: user, [("UserName", user), ("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            return Output(names: answer.strings("PolicyNames"), nextToken: answer.nextMarker)
        }
    }
}

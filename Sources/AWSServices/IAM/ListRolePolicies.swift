import AWSClient

extension IAM {
    /// IAM ListRolePolicies: the names of a role's inline policies.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html
    public struct ListRolePolicies: PagedOperation {
        public struct Output: AnswerPage {
            public let names: [String]
            public let nextToken: String?
        }

        public var token: String?
        private let role: String

        public init(role: String) { self.role = role }

        public var request: AWSRequest {
            .iam("ListRolePolicies", subject: role, [("RoleName", role), ("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            return Output(names: answer.strings("PolicyNames"), nextToken: answer.nextMarker)
        }
    }
}

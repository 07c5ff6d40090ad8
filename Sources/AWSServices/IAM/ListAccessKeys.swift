import AWSClient
import FoundationEssentials

extension IAM {
    /// IAM ListAccessKeys of one user; no secret is in it.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html
    public struct ListAccessKeys: PagedOperation {
        public struct Key: Sendable, Equatable {
            public let id: String
            /// Active, Inactive or Expired.
            public let status: String
            public let created: Date?
        }

        public struct Output: AnswerPage {
            public let keys: [Key]
            public let nextToken: String?
        }

        public var token: String?
        private let user: String

        public init(user: String) { self.user = user }

        public var request: AWSRequest {
            .iam("ListAccessKeys", subject: user, [("UserName", user), ("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var keys: [Key] = []
            for key in answer.objects("AccessKeyMetadata") {
                keys.append(
                    Key(
                        id: try key.required("AccessKeyId"), status: try key.required("Status"),
                        created: key.date("CreateDate")))
            }
            return Output(keys: keys, nextToken: answer.nextMarker)
        }
    }
}

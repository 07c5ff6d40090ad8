import AWSClient
import StrictJSON

extension KMS {
    /// KMS ListKeys: ids and ARNs of all keys, 1,000 a page.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
    public struct ListKeys: PagedOperation {
        public struct Key: Sendable, Equatable {
            public let id: String
            public let arn: String
        }

        public struct Output: AnswerPage {
            public let keys: [Key]
            public let nextToken: String?
        }

        public var token: String?

        public init() {}

        public var request: AWSRequest {
            .kms("ListKeys") { body in
                body.member("Limit", 1_000)
                body.optional("Marker", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var keys: [Key] = []
            for key in try answer.requiredObjects("Keys") {
                keys.append(Key(id: try key.required("KeyId"), arn: try key.required("KeyArn")))
            }
            return Output(keys: keys, nextToken: answer.nextMarker)
        }
    }
}

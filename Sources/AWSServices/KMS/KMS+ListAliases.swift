import AWSClient
import StrictJSON

extension KMS {
    /// KMS ListAliases, of one key or of all, 100 a page. An alias of AWS may have no key yet.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
    public struct ListAliases: PagedOperation {
        public struct Alias: Sendable, Equatable {
            /// `alias/NAME`
            public let name: String
            public let targetKeyID: String?
        }

        public struct Output: AnswerPage {
            public let aliases: [Alias]
            public let nextToken: String?
        }

        public var token: String?
        private let keyID: String?

        public init(keyID: String? = nil) { self.keyID = keyID }

        public var request: AWSRequest {
            .kms("ListAliases", subject: keyID) { body in
                body.optional("KeyId", keyID)
                body.member("Limit", 100)
                body.optional("Marker", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var aliases: [Alias] = []
            for alias in try answer.requiredObjects("Aliases") {
                aliases.append(Alias(name: try alias.required("AliasName"), targetKeyID: alias.string("TargetKeyId")))
            }
            return Output(aliases: aliases, nextToken: answer.nextMarker)
        }
    }
}

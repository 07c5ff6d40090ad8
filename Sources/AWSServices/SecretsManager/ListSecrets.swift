import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager ListSecrets: 100 secrets a page, those that wait for their deletion included. May lag five
    /// minutes. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
    public struct ListSecrets: PagedOperation {
        public struct Output: AnswerPage {
            public let secrets: [SecretMetadata]
            public let nextToken: String?
        }

        public var token: String?

        public init() {}

        public var request: AWSRequest {
            .secretsManager("ListSecrets") { body in
                body.member("IncludePlannedDeletion", true)
                body.member("MaxResults", 100)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var secrets: [SecretMetadata] = []
            for secret in try answer.requiredObjects("SecretList") { secrets.append(try SecretMetadata(secret)) }
            return Output(secrets: secrets, nextToken: answer.string("NextToken"))
        }
    }
}

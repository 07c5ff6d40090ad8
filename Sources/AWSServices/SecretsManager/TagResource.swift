import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager TagResource: adds tags or gives them other values.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html
    public struct TagResource: AWSOperation {
        private let secretID: String
        private let tags: [String: String]

        public init(secretID: String, tags: [String: String]) {
            self.secretID = secretID
            self.tags = tags
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "TagResource", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.key("Tags")
                body.tags(tags)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

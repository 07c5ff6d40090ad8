import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager UntagResource: takes tags off.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html
    public struct UntagResource: AWSOperation {
        private let secretID: String
        private let keys: [String]

        public init(secretID: String, keys: [String]) {
            self.secretID = secretID
            self.keys = keys
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "UntagResource", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.key("TagKeys")
                body.names(keys)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

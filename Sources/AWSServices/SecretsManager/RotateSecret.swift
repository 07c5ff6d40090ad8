import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager RotateSecret, at once, by the function or service that the secret has. Answers before the rotation is
    /// over. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
    public struct RotateSecret: AWSOperation {
        private let secretID: String
        private let token: String

        public init(secretID: String, token: String) {
            self.secretID = secretID
            self.token = token
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "RotateSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.member("ClientRequestToken", token)
                body.member("RotateImmediately", true)
            }
        }

        /// The id of the version that is being made; nil where the service does not tell.
        public func output(_ response: AWSResponse) throws(AWSError) -> String? {
            try Answer(response, to: request).string("VersionId")
        }
    }
}

import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager UpdateSecret without a value: description and key only, so that no version is made.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html
    public struct UpdateSecret: AWSOperation {
        private let secretID: String
        private let description: String?
        private let keyID: String?

        /// What is nil stays as it is.
        public init(secretID: String, description: String?, keyID: String?) {
            self.secretID = secretID
            self.description = description
            self.keyID = keyID
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "UpdateSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                if let description { body.member("Description", description) }
                if let keyID { body.member("KmsKeyId", keyID) }
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

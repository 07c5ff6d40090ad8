import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager RestoreSecret: a scheduled deletion is called off.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html
    public struct RestoreSecret: AWSOperation {
        private let secretID: String

        public init(secretID: String) {
            self.secretID = secretID
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "RestoreSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

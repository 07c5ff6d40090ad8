import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager CancelRotateSecret: switches automatic rotation off. It does not clear what a rotation has left pending.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html
    public struct CancelRotateSecret: AWSOperation {
        private let secretID: String

        public init(secretID: String) {
            self.secretID = secretID
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "CancelRotateSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

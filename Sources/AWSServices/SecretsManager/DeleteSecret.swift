import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager DeleteSecret, always with a recovery window: until its end RestoreSecret brings everything back.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
    public struct DeleteSecret: AWSOperation {
        private let secretID: String
        private let recoveryDays: Int

        /// - Parameter recoveryDays: 7 to 30.
        public init(secretID: String, recoveryDays: Int) {
            self.secretID = secretID
            self.recoveryDays = recoveryDays
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "DeleteSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.member("RecoveryWindowInDays", recoveryDays)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager DeleteResourcePolicy.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html
    public struct DeleteResourcePolicy: AWSOperation {
        private let secretID: String

        public init(secretID: String) { self.secretID = secretID }

        public var request: AWSRequest {
            AWSRequest.secretsManager("DeleteResourcePolicy", subject: secretID) { $0.member("SecretId", secretID) }
                .changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

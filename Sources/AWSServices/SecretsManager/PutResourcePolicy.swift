import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager PutResourcePolicy: replaces the policy of a secret; one that lets everybody in is refused.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
    public struct PutResourcePolicy: AWSOperation {
        private let secretID: String
        private let document: String

        /// - Parameter document: JSON.
        public init(secretID: String, document: String) {
            self.secretID = secretID
            self.document = document
        }

        public var request: AWSRequest {
            AWSRequest.secretsManager("PutResourcePolicy", subject: secretID) { body in
                body.member("SecretId", secretID)
                body.member("ResourcePolicy", document)
                body.member("BlockPublicPolicy", true)
            }.changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager GetResourcePolicy: the policy document, JSON; nil if the secret has none.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html
    public struct GetResourcePolicy: AWSOperation {
        private let secretID: String

        public init(secretID: String) { self.secretID = secretID }

        public var request: AWSRequest {
            .secretsManager("GetResourcePolicy", subject: secretID) { $0.member("SecretId", secretID) }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> String? {
            try Answer(response, to: request).string("ResourcePolicy")
        }
    }
}

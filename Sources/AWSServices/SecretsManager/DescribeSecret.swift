import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager DescribeSecret: all but the value.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
    public struct DescribeSecret: AWSOperation {
        private let secretID: String

        /// - Parameter secretID: a name or an ARN.
        public init(secretID: String) { self.secretID = secretID }

        public var request: AWSRequest {
            .secretsManager("DescribeSecret", subject: secretID) { $0.member("SecretId", secretID) }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> SecretMetadata {
            try SecretMetadata(Answer(response, to: request))
        }
    }
}

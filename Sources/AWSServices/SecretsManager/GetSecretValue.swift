import AWSClient
import SensitiveMemory
import StrictJSON

extension SecretsManager {
    /// Secrets Manager GetSecretValue: the one call that reads a secret's value.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    public struct GetSecretValue: AWSOperation {
        public struct Output: Sendable {
            public let arn: String?
            public let versionID: String?
            public let stages: [String]
            /// The bytes of SecretString, or those behind the base64 of SecretBinary; or why they could not be held.
            public let value: Result<SecretBytes, any Error>
            public let isBinary: Bool
        }

        /// Which version.
        public enum Version: Sendable, Equatable {
            /// AWSCURRENT.
            case current
            case stage(String)
            case id(String)
        }

        private let secretID: String
        private let version: Version

        public init(secretID: String, version: Version = .current) {
            self.secretID = secretID
            self.version = version
        }

        public var request: AWSRequest {
            .secretsManager("GetSecretValue", subject: secretID) { body in
                body.member("SecretId", secretID)
                switch version {
                case .current: break
                case .stage(let stage): body.member("VersionStage", stage)
                case .id(let id): body.member("VersionId", id)
                }
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            // AWS answers one of the two; a stand-in may send the other as null.
            let text = answer.value("SecretString")
            let binary = text == nil ? try answer.binaryValue("SecretBinary") : nil
            guard let value = text ?? binary else {
                throw answer.malformed("has neither SecretString nor SecretBinary")
            }
            return Output(
                arn: answer.string("ARN"), versionID: answer.string("VersionId"),
                stages: answer.strings("VersionStages"),
                value: value, isBinary: text == nil)
        }
    }
}

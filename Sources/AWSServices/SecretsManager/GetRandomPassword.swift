import AWSClient
import SensitiveMemory
import StrictJSON

extension SecretsManager {
    /// Secrets Manager GetRandomPassword.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
    public struct GetRandomPassword: AWSOperation {
        private let length: Int
        private let excluded: String
        private let excludesPunctuation: Bool

        public init(length: Int, excluded: String, excludesPunctuation: Bool) {
            self.length = length
            self.excluded = excluded
            self.excludesPunctuation = excludesPunctuation
        }

        public var request: AWSRequest {
            .secretsManager("GetRandomPassword") { body in
                body.member("PasswordLength", length)
                if !excluded.isEmpty { body.member("ExcludeCharacters", excluded) }
                body.member("ExcludePunctuation", excludesPunctuation)
                body.member("RequireEachIncludedType", true)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Result<SecretBytes, any Error> {
            let answer = try Answer(response, to: request)
            guard let value = answer.value("RandomPassword") else { throw answer.malformed("has no RandomPassword") }
            return value
        }
    }
}

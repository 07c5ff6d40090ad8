import AWSClient
import SensitiveMemory

extension SecretsManager {
    /// Secrets Manager PutSecretValue with a token and labels of our own, never without: then AWSCURRENT would move at once
    /// and a repetition would make a second version. The same token with other bytes is a ResourceExistsException.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
    public struct PutSecretValue: AWSOperation {
        private let secretID: String
        private let body: SecretBytes

        /// - Parameters:
        ///   - token: 32 to 64 characters; the version's id from then on.
        ///   - stages: at least one.
        /// - Throws: what `SecretBytes` throws when there is no locked memory.
        public init(
            secretID: String, value: SecretBytes, isBinary: Bool, token: String, stages: [String]
        ) throws {
            precondition(!stages.isEmpty, "without stages AWSCURRENT would move")
            self.secretID = secretID
            let body = SensitiveBody()
            body.put(#"{"SecretId":"#)
            body.string(secretID)
            body.put(#","ClientRequestToken":"#)
            body.string(token)
            body.put(#","VersionStages":["#)
            for (place, stage) in stages.enumerated() {
                if place > 0 { body.put(",") }
                body.string(stage)
            }
            body.put(isBinary ? #"],"SecretBinary":"# : #"],"SecretString":"#)
            if isBinary { body.base64(value) } else { body.string(value) }
            body.put("}")
            self.body = try body.finished()
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "PutSecretValue", target: "secretsmanager", subject: secretID, isIdempotent: true,
                body: body)
        }

        /// The version's id.
        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            try Answer(response, to: request).required("VersionId")
        }
    }
}

import AWSClient
import SensitiveMemory
import StrictJSON

extension SecretsManager {
    /// Secrets Manager CreateSecret with its first value, under a token of our own: repeated with the same token and bytes it
    /// does nothing more.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    public struct CreateSecret: AWSOperation {
        private let name: String
        private let body: SecretBytes

        /// - Parameters:
        ///   - token: 32 to 64 characters; the first version's id from then on.
        ///   - keyID: nil for aws/secretsmanager.
        /// - Throws: what `SecretBytes` throws when there is no locked memory.
        public init(
            name: String, value: SecretBytes, isBinary: Bool, token: String, keyID: String? = nil,
            description: String? = nil, tags: [String: String] = [:]
        ) throws {
            self.name = name
            let body = SensitiveBody()
            body.put(#"{"Name":"#)
            body.string(name)
            body.put(#","ClientRequestToken":"#)
            body.string(token)
            for case (let member, let text?) in [("KmsKeyId", keyID), ("Description", description)] {
                body.put(#",""# + member + #"":"#)
                body.string(text)
            }
            if !tags.isEmpty {
                var json = JSONWriter()
                json.tags(tags)
                body.put(#","Tags":"# + json.text)
            }
            body.put(isBinary ? #","SecretBinary":"# : #","SecretString":"#)
            if isBinary { body.base64(value) } else { body.string(value) }
            body.put("}")
            self.body = try body.finished()
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "CreateSecret", target: "secretsmanager", subject: name, isIdempotent: true, body: body
            )
        }

        /// The secret's ARN.
        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            try Answer(response, to: request).required("ARN")
        }
    }
}

import AWSClient
import SensitiveMemory
import StrictJSON

extension KMS {
    /// KMS Encrypt: at most 4,096 bytes. It changes nothing in the account.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html
    public struct Encrypt: AWSOperation {
        private let keyID: String
        private let body: SecretBytes

        /// - Parameters:
        ///   - keyID: an id, an ARN, `alias/NAME` or an alias's ARN.
        ///   - context: what must be told again to decrypt it; it stands in CloudTrail in the clear.
        /// - Throws: what `SecretBytes` throws when there is no locked memory.
        public init(keyID: String, plaintext: SecretBytes, context: [String: String]) throws {
            self.keyID = keyID
            let body = SensitiveBody()
            body.put(#"{"KeyId":"#)
            body.string(keyID)
            if !context.isEmpty {
                var json = JSONWriter()
                json.object { for (name, text) in context.sorted(by: { $0.key < $1.key }) { $0.member(name, text) } }
                body.put(#","EncryptionContext":"# + json.text)
            }
            body.put(#","Plaintext":"#)
            body.base64(plaintext)
            body.put("}")
            self.body = try body.finished()
        }

        public var request: AWSRequest {
            var request = AWSRequest.kms("Encrypt", subject: keyID) { _ in }
            request.body = .secret(body)
            return request
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> [UInt8] {
            try Answer(response, to: request).requiredBlob("CiphertextBlob")
        }
    }
}

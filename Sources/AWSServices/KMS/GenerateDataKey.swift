import AWSClient
import SensitiveMemory
import StrictJSON

extension KMS {
    /// KMS GenerateDataKey: a new key of 256 bits, in the clear and encrypted. It changes nothing in the account.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html
    public struct GenerateDataKey: AWSOperation {
        public struct Output: Sendable {
            /// The ARN of the key that encrypted it.
            public let keyARN: String
            public let ciphertext: [UInt8]
            /// The data key, or why it could not be held.
            public let plaintext: Result<SecretBytes, any Error>
        }

        private let keyID: String
        private let context: [String: String]

        /// - Parameters:
        ///   - keyID: an id, an ARN, `alias/NAME` or an alias's ARN.
        ///   - context: what must be told again to decrypt it; it stands in CloudTrail in the clear.
        public init(keyID: String, context: [String: String]) {
            self.keyID = keyID
            self.context = context
        }

        public var request: AWSRequest {
            .kms("GenerateDataKey", subject: keyID) { body in
                body.member("KeyId", keyID)
                body.member("KeySpec", "AES_256")
                body.encryptionContext("EncryptionContext", context)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                keyARN: try answer.required("KeyId"), ciphertext: try answer.requiredBlob("CiphertextBlob"),
                plaintext: try answer.requiredBinaryValue("Plaintext"))
        }
    }
}

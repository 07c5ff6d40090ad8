import AWSClient
import SensitiveMemory
import StrictJSON

extension KMS {
    /// KMS Decrypt. https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
    public struct Decrypt: AWSOperation {
        public struct Output: Sendable {
            /// The ARN of the key that decrypted it.
            public let keyARN: String
            /// The plaintext, or why it could not be held.
            public let plaintext: Result<SecretBytes, any Error>
        }

        private let ciphertext: [UInt8]
        private let context: [String: String]
        private let keyID: String?

        /// - Parameters:
        ///   - context: exactly what was told when it was encrypted.
        ///   - keyID: the key it must be under; nil for whichever its own bytes name.
        public init(ciphertext: [UInt8], context: [String: String] = [:], keyID: String? = nil) {
            self.ciphertext = ciphertext
            self.context = context
            self.keyID = keyID
        }

        public var request: AWSRequest {
            .kms("Decrypt", subject: keyID) { body in
                body.blob("CiphertextBlob", ciphertext)
                body.optional("KeyId", keyID)
                body.encryptionContext("EncryptionContext", context)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                keyARN: try answer.required("KeyId"), plaintext: try answer.requiredBinaryValue("Plaintext"))
        }
    }
}

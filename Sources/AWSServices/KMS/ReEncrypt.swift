import AWSClient
import StrictJSON

extension KMS {
    /// KMS ReEncrypt: the same plaintext under another key, without leaving KMS. It changes nothing in the account.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html
    public struct ReEncrypt: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let ciphertext: [UInt8]
            /// The ARN of the key that it was under, if it is told.
            public let sourceKeyARN: String?
            /// The ARN of the key that it is under now.
            public let keyARN: String
        }

        private let ciphertext: [UInt8]
        private let context: [String: String]
        private let destination: String

        /// - Parameters:
        ///   - context: what was told when it was encrypted; it stays the same.
        ///   - destination: the key to encrypt it under: an id, an ARN, `alias/NAME` or an alias's ARN.
        public init(ciphertext: [UInt8], context: [String: String] = [:], destination: String) {
            self.ciphertext = ciphertext
            self.context = context
            self.destination = destination
        }

        public var request: AWSRequest {
            .kms("ReEncrypt", subject: destination) { body in
                body.blob("CiphertextBlob", ciphertext)
                body.encryptionContext("SourceEncryptionContext", context)
                body.member("DestinationKeyId", destination)
                body.encryptionContext("DestinationEncryptionContext", context)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                ciphertext: try answer.requiredBlob("CiphertextBlob"), sourceKeyARN: answer.string("SourceKeyId"),
                keyARN: try answer.required("KeyId"))
        }
    }
}

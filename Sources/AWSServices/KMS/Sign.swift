import AWSClient
import StrictJSON

extension KMS {
    /// KMS Sign: a signature over a message that is no secret. It changes nothing in the account.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
    public struct Sign: AWSOperation {
        public struct Output: Sendable {
            /// The ARN of the key that signed.
            public let keyARN: String
            public let signature: [UInt8]
            /// The algorithm's name.
            public let algorithm: String
        }

        private let keyID: String
        private let message: [UInt8]
        private let algorithm: String

        /// - Parameters:
        ///   - keyID: an id, an ARN, `alias/NAME` or an alias's ARN of an asymmetric key for signatures.
        ///   - message: at most 4,096 bytes; KMS hashes it.
        public init(keyID: String, message: [UInt8], algorithm: String) {
            self.keyID = keyID
            self.message = message
            self.algorithm = algorithm
        }

        public var request: AWSRequest {
            .kms("Sign", subject: keyID) { body in
                body.member("KeyId", keyID)
                body.blob("Message", message)
                body.member("MessageType", "RAW")
                body.member("SigningAlgorithm", algorithm)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                keyARN: try answer.required("KeyId"), signature: try answer.requiredBlob("Signature"),
                algorithm: try answer.required("SigningAlgorithm"))
        }
    }
}

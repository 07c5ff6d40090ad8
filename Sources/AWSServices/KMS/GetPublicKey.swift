import AWSClient
import StrictJSON

extension KMS {
    /// KMS GetPublicKey: the public half of an asymmetric key.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html
    public struct GetPublicKey: AWSOperation {
        public struct Output: Sendable {
            public let keyARN: String
            /// SubjectPublicKeyInfo (RFC 5280) in DER.
            public let publicKey: [UInt8]
            /// What the key may be used for: `SIGN_VERIFY`, …
            public let usage: String?
            /// The algorithms that it signs by, the names of `Sign`.
            public let algorithms: [String]
        }

        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            .kms("GetPublicKey", subject: keyID) { $0.member("KeyId", keyID) }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                keyARN: try answer.required("KeyId"), publicKey: try answer.requiredBlob("PublicKey"),
                usage: answer.string("KeyUsage"), algorithms: answer.strings("SigningAlgorithms"))
        }
    }
}

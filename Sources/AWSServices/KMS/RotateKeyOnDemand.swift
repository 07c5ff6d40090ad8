import AWSClient
import StrictJSON

extension KMS {
    /// KMS RotateKeyOnDemand: new key material at once, 25 times in a key's life. What was encrypted before stays as it is.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html
    public struct RotateKeyOnDemand: AWSOperation {
        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            AWSRequest.kms("RotateKeyOnDemand", subject: keyID) { $0.member("KeyId", keyID) }.changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

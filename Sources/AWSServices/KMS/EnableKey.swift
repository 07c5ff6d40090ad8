import AWSClient
import StrictJSON

extension KMS {
    /// KMS EnableKey. https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html
    public struct EnableKey: AWSOperation {
        private let keyID: String

        /// - Parameter keyID: an id or an ARN; an alias is refused.
        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            AWSRequest.kms("EnableKey", subject: keyID) { $0.member("KeyId", keyID) }.changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

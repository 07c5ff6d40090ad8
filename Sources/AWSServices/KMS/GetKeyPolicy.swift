import AWSClient
import StrictJSON

extension KMS {
    /// KMS GetKeyPolicy: the key policy, JSON. https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
    public struct GetKeyPolicy: AWSOperation {
        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            .kms("GetKeyPolicy", subject: keyID) { body in
                body.member("KeyId", keyID)
                body.member("PolicyName", "default")
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            try Answer(response, to: request).required("Policy")
        }
    }
}

import AWSClient
import StrictJSON

extension KMS {
    /// KMS UpdateAlias: the alias names another key from now on.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
    public struct UpdateAlias: AWSOperation {
        private let alias: String
        private let keyID: String

        /// - Parameter alias: `alias/NAME`
        public init(alias: String, keyID: String) {
            self.alias = alias
            self.keyID = keyID
        }

        public var request: AWSRequest {
            AWSRequest.kms("UpdateAlias", subject: alias) { body in
                body.member("AliasName", alias)
                body.member("TargetKeyId", keyID)
            }.changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

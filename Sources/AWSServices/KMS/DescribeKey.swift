import AWSClient
import FoundationEssentials
import StrictJSON

extension KMS {
    /// KMS DescribeKey. https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
    public struct DescribeKey: AWSOperation {
        public struct Metadata: Sendable, Equatable {
            public let id: String
            public let arn: String?
            public let account: String?
            public let created: Date?
            public let description: String?
            /// ENCRYPT_DECRYPT, SIGN_VERIFY, …
            public let usage: String?
            /// Enabled, Disabled, PendingDeletion, …
            public let state: String?
            public let deletion: Date?
            /// AWS_KMS, EXTERNAL, …
            public let origin: String?
            /// AWS or CUSTOMER.
            public let manager: String?
            public let spec: String?
            public let isMultiRegion: Bool
        }

        private let keyID: String

        /// - Parameter keyID: an id, an ARN, `alias/NAME` or an alias's ARN.
        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest { .kms("DescribeKey", subject: keyID) { $0.member("KeyId", keyID) } }

        public func output(_ response: AWSResponse) throws(AWSError) -> Metadata {
            let answer = try Answer(response, to: request).requiredObject("KeyMetadata")
            return Metadata(
                id: try answer.required("KeyId"), arn: answer.string("Arn"), account: answer.string("AWSAccountId"),
                created: answer.date("CreationDate"), description: answer.string("Description"),
                usage: answer.string("KeyUsage"), state: answer.string("KeyState"),
                deletion: answer.date("DeletionDate"),
                origin: answer.string("Origin"), manager: answer.string("KeyManager"),
                spec: answer.string("KeySpec") ?? answer.string("CustomerMasterKeySpec"),
                isMultiRegion: answer.bool("MultiRegion") ?? false)
        }
    }
}

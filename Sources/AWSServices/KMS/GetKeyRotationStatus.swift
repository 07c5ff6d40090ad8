import AWSClient
import FoundationEssentials
import StrictJSON

extension KMS {
    /// KMS GetKeyRotationStatus; UnsupportedOperationException for keys that cannot rotate.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
    public struct GetKeyRotationStatus: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let enabled: Bool
            public let days: Int?
            public let next: Date?
            /// When the rotation on demand began that is under way; nil if none is.
            public let onDemandStarted: Date?
        }

        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest { .kms("GetKeyRotationStatus", subject: keyID) { $0.member("KeyId", keyID) } }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            guard let enabled = answer.bool("KeyRotationEnabled") else {
                throw answer.malformed("has no KeyRotationEnabled")
            }
            return Output(
                enabled: enabled, days: answer.int("RotationPeriodInDays"), next: answer.date("NextRotationDate"),
                onDemandStarted: answer.date("OnDemandRotationStartDate"))
        }
    }
}

import AWSClient
import FoundationEssentials
import StrictJSON

extension KMS {
    /// KMS ListKeyRotations: the completed ones, the oldest first.
    /// https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html
    public struct ListKeyRotations: PagedOperation {
        public struct Rotation: Sendable, Equatable {
            public let date: Date?
            /// Somebody asked for it; else it was the schedule.
            public let isOnDemand: Bool
        }

        public struct Output: AnswerPage {
            public let rotations: [Rotation]
            public let nextToken: String?
        }

        public var token: String?
        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            .kms("ListKeyRotations", subject: keyID) { body in
                body.member("KeyId", keyID)
                body.member("Limit", 100)
                body.optional("Marker", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            let rotations = answer.objects("Rotations").map {
                Rotation(date: $0.date("RotationDate"), isOnDemand: $0.string("RotationType") == "ON_DEMAND")
            }
            return Output(rotations: rotations, nextToken: answer.nextMarker)
        }
    }
}

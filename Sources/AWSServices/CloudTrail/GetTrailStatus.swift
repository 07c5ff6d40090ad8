import AWSClient
import FoundationEssentials
import StrictJSON

extension CloudTrail {
    /// CloudTrail GetTrailStatus: whether a trail writes.
    /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
    public struct GetTrailStatus: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let isLogging: Bool
            public let stopped: Date?
            public let latestDelivery: Date?
            public let latestDeliveryError: String?
        }

        private let name: String

        /// - Parameter name: the ARN of a trail whose home is in another region.
        public init(name: String) { self.name = name }

        public var request: AWSRequest {
            .reading(
                .cloudTrail, "GetTrailStatus",
                target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", subject: name
            ) { $0.member("Name", name) }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(
                isLogging: answer.bool("IsLogging") ?? false, stopped: answer.date("StopLoggingTime"),
                latestDelivery: answer.date("LatestDeliveryTime"),
                latestDeliveryError: answer.string("LatestDeliveryError"))
        }
    }
}

import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda UpdateEventSourceMapping: switches a mapping on or off and leaves the rest of it as it is.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
    public struct UpdateEventSourceMapping: AWSOperation {
        private let uuid: String
        private let enabled: Bool

        public init(uuid: String, enabled: Bool) {
            self.uuid = uuid
            self.enabled = enabled
        }

        public var request: AWSRequest {
            .lambdaChange(
                "UpdateEventSourceMapping", "PUT", ["2015-03-31", "event-source-mappings", uuid], subject: uuid,
                body: .json { $0.member("Enabled", enabled) }
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

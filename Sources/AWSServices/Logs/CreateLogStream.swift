import AWSClient
import StrictJSON

extension CloudWatchLogs {
    /// CloudWatch Logs CreateLogStream. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html
    public struct CreateLogStream: AWSOperation {
        private let group: String
        private let stream: String

        public init(group: String, stream: String) {
            self.group = group
            self.stream = stream
        }

        public var request: AWSRequest {
            .changing(
                .logs, "CreateLogStream", target: CloudWatchLogs.target, subject: "\(group) \(stream)",
                isIdempotent: true
            ) { body in
                body.member("logGroupName", group)
                body.member("logStreamName", stream)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

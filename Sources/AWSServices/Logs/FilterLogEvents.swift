import AWSClient
import FoundationEssentials
import StrictJSON

extension CloudWatchLogs {
    /// CloudWatch Logs FilterLogEvents: the lines of all streams of a group, the oldest first, of which only what `read`
    /// makes stays. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
    public struct FilterLogEvents<Line: Sendable>: PagedOperation {
        public struct Output: AnswerPage {
            public let lines: [Line]
            public let nextToken: String?
        }

        /// What is made of a line: called with its time and the bytes of its message, which are gone when it returns.
        public typealias Reader = @Sendable (_ time: Date, _ message: UnsafeRawBufferPointer) -> Line

        public var token: String?
        private let group: String
        private let start: Date
        private let read: Reader

        public init(group: String, start: Date, read: @escaping Reader) {
            self.group = group
            self.start = start
            self.read = read
        }

        /// `unmask` stays off: what a data protection policy masks is not asked for in the clear.
        public var request: AWSRequest {
            .reading(.logs, "FilterLogEvents", target: CloudWatchLogs.target, subject: group) { body in
                body.member("logGroupName", group)
                body.member("startTime", Int((start.timeIntervalSince1970 * 1000).rounded(.down)))
                body.member("limit", 10_000)
                body.member("unmask", false)
                body.optional("nextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var lines: [Line] = []
            for event in try answer.requiredObjects("events") {
                guard let milliseconds = event.node["timestamp"]?.double, let message = event.node["message"] else {
                    throw event.malformed("has no \(event.field("timestamp")) or message")
                }
                let time = Date(timeIntervalSince1970: milliseconds / 1000)
                if let line = message.withDecodedBytes({ read(time, $0) }) { lines.append(line) }
            }
            return Output(lines: lines, nextToken: answer.string("nextToken"))
        }
    }
}

import AWSClient
import StrictJSON

extension CloudWatchLogs {
    /// CloudWatch Logs PutLogEvents. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
    public struct PutLogEvents: AWSOperation {
        /// The most that a call takes: events, and bytes of their messages with `overhead` for each.
        public static let mostEvents = 10_000
        public static let mostBytes = 1_048_576
        public static let overhead = 26

        /// One event.
        public struct Event: Equatable, Sendable {
            /// Milliseconds since 1970-01-01 UTC; not before that of the event in front of it.
            public let time: Int
            public let message: String

            public init(time: Int, message: String) {
                self.time = time
                self.message = message
            }
        }

        private let group: String
        private let stream: String
        private let events: [Event]

        public init(group: String, stream: String, events: [Event]) {
            self.group = group
            self.stream = stream
            self.events = events
        }

        /// Repeated after an ambiguous answer it may store the events twice, which the reader can tell.
        public var request: AWSRequest {
            .changing(
                .logs, "PutLogEvents", target: CloudWatchLogs.target, subject: "\(group) \(stream)", isIdempotent: true
            ) { body in
                body.member("logGroupName", group)
                body.member("logStreamName", stream)
                body.key("logEvents")
                body.array { list in
                    for event in events {
                        list.object {
                            $0.member("timestamp", event.time)
                            $0.member("message", event.message)
                        }
                    }
                }
            }
        }

        /// Whether some events were refused, being too old, too new or expired.
        public func output(_ response: AWSResponse) throws(AWSError) -> Bool {
            try Answer(response, to: request).object("rejectedLogEventsInfo") != nil
        }
    }
}

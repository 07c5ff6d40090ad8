import AWSClient
import FoundationEssentials
import StrictJSON

extension CloudTrail {
    /// CloudTrail LookupEvents: management events of 90 days, the newest first, 50 a page, two calls a second.
    /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
    public struct LookupEvents: PagedOperation {
        /// AWS takes one attribute a call.
        public struct Attribute: Sendable, Hashable {
            /// `EventName`, `ResourceName`, `Username`, `AccessKeyId`, …
            public let key: String
            public let value: String

            public init(key: String, value: String) {
                self.key = key
                self.value = value
            }
        }

        public struct Output: AnswerPage {
            public let events: [Event]
            public let nextToken: String?
        }

        public var token: String?
        private let attribute: Attribute?
        private let start: Date?
        private let end: Date?

        public init(attribute: Attribute?, start: Date?, end: Date?) {
            self.attribute = attribute
            self.start = start
            self.end = end
        }

        public var request: AWSRequest {
            .reading(
                .cloudTrail, "LookupEvents", target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
                subject: attribute?.value
            ) { body in
                if let attribute {
                    body.key("LookupAttributes")
                    body.array { list in
                        list.object { item in
                            item.member("AttributeKey", attribute.key)
                            item.member("AttributeValue", attribute.value)
                        }
                    }
                }
                body.optional("StartTime", start.map { Int($0.timeIntervalSince1970.rounded(.down)) })
                body.optional("EndTime", end.map { Int($0.timeIntervalSince1970.rounded(.up)) })
                body.member("MaxResults", 50)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var events: [Event] = []
            for event in try answer.requiredObjects("Events") { events.append(try Event(event)) }
            return Output(events: events, nextToken: answer.string("NextToken"))
        }
    }
}

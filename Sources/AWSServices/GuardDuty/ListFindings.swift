import AWSClient
import StrictJSON

extension GuardDuty {
    /// GuardDuty ListFindings: those that are not archived, updated at or after a time.
    /// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListFindings.html
    public struct ListFindings: PagedOperation {
        public struct Output: AnswerPage {
            public let ids: [String]
            public let nextToken: String?
        }

        public var token: String?
        private let detector: String
        private let since: Int

        /// - Parameter since: milliseconds since 1970.
        public init(detector: String, since: Int) {
            self.detector = detector
            self.since = since
        }

        public var request: AWSRequest {
            .guardDuty("ListFindings", ["detector", detector, "findings"], subject: detector) { body in
                body.key("findingCriteria")
                body.object { criteria in
                    criteria.key("criterion")
                    criteria.object { criterion in
                        criterion.key("updatedAt")
                        criterion.object { $0.member("greaterThanOrEqual", since) }
                        criterion.key("service.archived")
                        criterion.object { $0.strings("equals", ["false"]) }
                    }
                }
                body.member("maxResults", 50)
                body.optional("nextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(ids: answer.strings("findingIds"), nextToken: answer.string("nextToken"))
        }
    }
}

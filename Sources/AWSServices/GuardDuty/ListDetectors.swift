import AWSClient

extension GuardDuty {
    /// GuardDuty ListDetectors: the region's detector, if there is one.
    /// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListDetectors.html
    public struct ListDetectors: PagedOperation {
        public struct Output: AnswerPage {
            public let ids: [String]
            public let nextToken: String?
        }

        public var token: String?

        public init() {}

        public var request: AWSRequest { .guardDuty("ListDetectors", ["detector"], query: [("nextToken", token)]) }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            return Output(ids: answer.strings("detectorIds"), nextToken: answer.string("nextToken"))
        }
    }
}

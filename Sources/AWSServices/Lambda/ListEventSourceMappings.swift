import AWSClient

extension Lambda {
    /// Lambda ListEventSourceMappings, of one function or of all.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html
    public struct ListEventSourceMappings: PagedOperation {
        public struct Mapping: Sendable, Equatable {
            public let uuid: String
            public let eventSourceARN: String?
            public let functionARN: String?
            public let state: String?
            public let lastProcessingResult: String?

            init(_ mapping: Answer) throws(AWSError) {
                uuid = try mapping.required("UUID")
                eventSourceARN = mapping.string("EventSourceArn")
                functionARN = mapping.string("FunctionArn")
                state = mapping.string("State")
                lastProcessingResult = mapping.string("LastProcessingResult")
            }
        }

        public struct Output: AnswerPage {
            public let mappings: [Mapping]
            public let nextToken: String?
        }

        public var token: String?
        private let function: String?

        public init(function: String?) { self.function = function }

        public var request: AWSRequest {
            .lambda(
                "ListEventSourceMappings", ["2015-03-31", "event-source-mappings"],
                query: [("FunctionName", function), ("Marker", token), ("MaxItems", "100")], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var mappings: [Mapping] = []
            for mapping in try answer.requiredObjects("EventSourceMappings") {
                mappings.append(try Mapping(mapping))
            }
            return Output(mappings: mappings, nextToken: answer.string("NextMarker"))
        }
    }
}

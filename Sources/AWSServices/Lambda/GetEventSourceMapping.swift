import AWSClient

extension Lambda {
    /// Lambda GetEventSourceMapping.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html
    public struct GetEventSourceMapping: AWSOperation {
        private let uuid: String

        public init(uuid: String) { self.uuid = uuid }

        public var request: AWSRequest {
            .lambda("GetEventSourceMapping", ["2015-03-31", "event-source-mappings", uuid], subject: uuid)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> ListEventSourceMappings.Mapping {
            try ListEventSourceMappings.Mapping(Answer(response, to: request))
        }
    }
}

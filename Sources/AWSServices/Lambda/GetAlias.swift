import AWSClient

extension Lambda {
    /// Lambda GetAlias. https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html
    public struct GetAlias: AWSOperation {
        private let function: String
        private let name: String

        public init(function: String, name: String) {
            self.function = function
            self.name = name
        }

        public var request: AWSRequest {
            .lambda("GetAlias", ["2015-03-31", "functions", function, "aliases", name], subject: "\(function):\(name)")
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> ListAliases.Alias {
            try ListAliases.Alias(Answer(response, to: request))
        }
    }
}

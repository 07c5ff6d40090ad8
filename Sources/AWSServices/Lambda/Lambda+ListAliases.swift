import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda ListAliases. https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html
    public struct ListAliases: PagedOperation {
        public struct Alias: Sendable, Equatable {
            public let name: String
            public let functionVersion: String
            /// Version to share of traffic, 0 to 1.
            public let additionalVersionWeights: [String: Double]
            public let description: String?
            public let revisionID: String?
        }

        public struct Output: AnswerPage {
            public let aliases: [Alias]
            public let nextToken: String?
        }

        public var token: String?
        private let function: String

        public init(function: String) { self.function = function }

        public var request: AWSRequest {
            .lambda(
                "ListAliases", ["2015-03-31", "functions", function, "aliases"],
                query: [("Marker", token), ("MaxItems", "50")], subject: function)
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var aliases: [Alias] = []
            for alias in try answer.requiredObjects("Aliases") { aliases.append(try Alias(alias)) }
            return Output(aliases: aliases, nextToken: answer.string("NextMarker"))
        }
    }
}

extension Lambda.ListAliases.Alias {
    /// Lambda's AliasConfiguration.
    init(_ alias: Answer) throws(AWSError) {
        var weights: [String: Double] = [:]
        if let members = alias.object("RoutingConfig")?.node["AdditionalVersionWeights"]?.members {
            for (version, weight) in members { weights[version.string ?? ""] = weight.double }
        }
        self.init(
            name: try alias.required("Name"), functionVersion: try alias.required("FunctionVersion"),
            additionalVersionWeights: weights, description: alias.string("Description"),
            revisionID: alias.string("RevisionId"))
    }
}

import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda UpdateAlias of version and routing; the routing is always sent, since leaving it out keeps former weights.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
    public struct UpdateAlias: AWSOperation {
        private let function: String
        private let name: String
        private let functionVersion: String
        private let weights: [String: Double]
        private let revisionID: String?

        /// - Parameter weights: version to share of traffic, 0 to 1; empty for none.
        public init(
            function: String, name: String, functionVersion: String, weights: [String: Double], revisionID: String?
        ) {
            self.function = function
            self.name = name
            self.functionVersion = functionVersion
            self.weights = weights
            self.revisionID = revisionID
        }

        public var request: AWSRequest {
            .lambdaChange(
                "UpdateAlias", "PUT", ["2015-03-31", "functions", function, "aliases", name],
                subject: "\(function):\(name)",
                body: .json { body in
                    body.member("FunctionVersion", functionVersion)
                    body.key("RoutingConfig")
                    body.object { routing in
                        routing.key("AdditionalVersionWeights")
                        routing.object { list in
                            for (version, weight) in weights.sorted(by: { $0.key < $1.key }) {
                                list.key(version)
                                list.double(weight)
                            }
                        }
                    }
                    body.optional("RevisionId", revisionID)
                })
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> ListAliases.Alias {
            try ListAliases.Alias(Answer(response, to: request))
        }
    }
}

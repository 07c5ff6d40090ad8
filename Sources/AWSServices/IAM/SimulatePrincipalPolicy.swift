import AWSClient

extension IAM {
    /// IAM SimulatePrincipalPolicy: what the policies of a role or user say of actions on resources. It does not know
    /// resource policies, nor what a session policy takes away.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
    public struct SimulatePrincipalPolicy: PagedOperation {
        public struct Evaluation: Sendable, Equatable {
            public let action: String
            /// nil where the answer is one for all resources.
            public let resource: String?
            /// `allowed`, `explicitDeny`, `implicitDeny`.
            public let decision: String
        }

        public struct Output: AnswerPage {
            public let evaluations: [Evaluation]
            public let nextToken: String?
        }

        public var token: String?
        private let principal: String
        private let actions: [String]
        private let resources: [String]

        /// - Parameter principal: the ARN of a role, user or group; not that of a session.
        public init(principal: String, actions: [String], resources: [String]) {
            self.principal = principal
            self.actions = actions
            self.resources = resources
        }

        public var request: AWSRequest {
            func members(_ name: String, _ values: [String]) -> [(name: String, value: String?)] {
                values.enumerated().map { ("\(name).member.\($0 + 1)", $1) }
            }
            return .iam(
                "SimulatePrincipalPolicy", subject: principal,
                [("PolicySourceArn", principal)] + members("ActionNames", actions)
                    + members("ResourceArns", resources) + [("Marker", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var evaluations: [Evaluation] = []
            for result in answer.objects("EvaluationResults") {
                evaluations.append(
                    Evaluation(
                        action: try result.required("EvalActionName"), resource: result.string("EvalResourceName"),
                        decision: try result.required("EvalDecision")))
            }
            return Output(evaluations: evaluations, nextToken: answer.nextMarker)
        }
    }
}

import AWSClient

extension CloudFormation {
    /// CloudFormation DescribeChangeSet: what an update would touch, resource by resource.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
    public struct DescribeChangeSet: PagedOperation {
        public struct Change: Sendable, Equatable {
            /// Add, Modify, Remove, Import, Dynamic.
            public let action: String
            public let logicalID: String
            public let physicalID: String?
            public let type: String
            /// True, False, Conditional.
            public let replacement: String?
        }

        public struct Output: AnswerPage {
            public let status: String
            public let reason: String?
            public let executionStatus: String?
            public let changes: [Change]
            public let nextToken: String?
        }

        public var token: String?
        private let stack: String
        private let name: String

        public init(stack: String, name: String) {
            self.stack = stack
            self.name = name
        }

        public var request: AWSRequest {
            .cloudFormation(
                "DescribeChangeSet", subject: "\(stack)/\(name)",
                [("StackName", stack), ("ChangeSetName", name), ("NextToken", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var changes: [Change] = []
            for change in answer.objects("Changes") {
                guard let change = change.object("ResourceChange") else { continue }
                changes.append(
                    Change(
                        action: try change.required("Action"), logicalID: try change.required("LogicalResourceId"),
                        physicalID: change.string("PhysicalResourceId"), type: try change.required("ResourceType"),
                        replacement: change.string("Replacement")))
            }
            return Output(
                status: try answer.required("Status"), reason: answer.string("StatusReason"),
                executionStatus: answer.string("ExecutionStatus"), changes: changes,
                nextToken: answer.string("NextToken"))
        }
    }
}

import AWSClient
import FoundationEssentials

extension CloudFormation {
    /// CloudFormation DescribeStacks: all stacks that are not deleted. The values of their parameters may be secrets (only
    /// NoEcho hides them): they go through a reader.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
    public struct DescribeStacks<Parameter: Sendable>: PagedOperation {
        public struct Stack: Sendable {
            public let name: String
            public let id: String?
            public let status: String?
            public let reason: String?
            /// The change set that was put into effect last, its ARN.
            public let changeSet: String?
            public let capabilities: [String]
            public let created: Date?
            public let updated: Date?
            /// The stack that this one is nested in.
            public let parent: String?
            /// By the parameter's key, what the reader made of its value.
            public let parameters: [String: Parameter]
        }

        public struct Output: AnswerPage {
            public let stacks: [Stack]
            public let nextToken: String?
        }

        public var token: String?
        private let name: String?
        private let read: EnvironmentReader<Parameter>

        /// - Parameter name: only this stack; nil for all.
        public init(name: String? = nil, read: @escaping EnvironmentReader<Parameter>) {
            self.name = name
            self.read = read
        }

        public var request: AWSRequest {
            .cloudFormation("DescribeStacks", subject: name, [("StackName", name), ("NextToken", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var stacks: [Stack] = []
            for stack in answer.objects("Stacks") {
                var parameters: [String: Parameter] = [:]
                for parameter in stack.objects("Parameters") {
                    let key = try parameter.required("ParameterKey")
                    parameters[key] = parameter.node["ParameterValue"]?.withDecodedBytes { read(key, $0) }
                }
                stacks.append(
                    Stack(
                        name: try stack.required("StackName"), id: stack.string("StackId"),
                        status: stack.string("StackStatus"), reason: stack.string("StackStatusReason"),
                        changeSet: stack.string("ChangeSetId"), capabilities: stack.strings("Capabilities"),
                        created: stack.date("CreationTime"),
                        updated: stack.date("LastUpdatedTime"), parent: stack.string("ParentId"), parameters: parameters
                    ))
            }
            return Output(stacks: stacks, nextToken: answer.string("NextToken"))
        }
    }
}

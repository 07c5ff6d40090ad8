import AWSClient

extension CloudFormation {
    /// CloudFormation ListStackResources: what a stack has made, by its logical names.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html
    public struct ListStackResources: PagedOperation {
        public struct Resource: Sendable, Equatable {
            public let logicalID: String
            /// A function's name, a secret's ARN, a parameter's name, a key's id.
            public let physicalID: String?
            /// `AWS::Lambda::Function`
            public let type: String
        }

        public struct Output: AnswerPage {
            public let resources: [Resource]
            public let nextToken: String?
        }

        public var token: String?
        private let stack: String

        public init(stack: String) { self.stack = stack }

        public var request: AWSRequest {
            .cloudFormation("ListStackResources", subject: stack, [("StackName", stack), ("NextToken", token)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var resources: [Resource] = []
            for resource in answer.objects("StackResourceSummaries") {
                resources.append(
                    Resource(
                        logicalID: try resource.required("LogicalResourceId"),
                        physicalID: resource.string("PhysicalResourceId"), type: try resource.required("ResourceType")))
            }
            return Output(resources: resources, nextToken: answer.string("NextToken"))
        }
    }
}

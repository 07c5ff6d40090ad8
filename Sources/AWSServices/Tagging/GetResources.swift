import AWSClient
import StrictJSON

extension Tagging {
    /// Resource Groups Tagging GetResources: the tags of all resources of some types, 100 a page. Resources that never
    /// had a tag are missing. https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
    public struct GetResources: PagedOperation {
        public struct Mapping: Sendable, Equatable {
            public let arn: String
            public let tags: [String: String]
        }

        public struct Output: AnswerPage {
            public let mappings: [Mapping]
            public let nextToken: String?
        }

        public var token: String?
        private let types: [String]

        /// - Parameter types: `lambda:function`, `ssm:parameter`, `secretsmanager:secret`, `kms:key`.
        public init(types: [String]) { self.types = types }

        public var request: AWSRequest {
            .reading(.tagging, "GetResources", target: "ResourceGroupsTaggingAPI_20170126") { body in
                body.strings("ResourceTypeFilters", types)
                body.member("ResourcesPerPage", 100)
                body.optional("PaginationToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var mappings: [Mapping] = []
            for mapping in try answer.requiredObjects("ResourceTagMappingList") {
                mappings.append(Mapping(arn: try mapping.required("ResourceARN"), tags: mapping.tags("Tags") ?? [:]))
            }
            return Output(mappings: mappings, nextToken: answer.string("PaginationToken"))
        }
    }
}

import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM AddTagsToResource, of a parameter.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html
    public struct AddTagsToResource: AWSOperation {
        private let parameter: String
        private let tags: [String: String]

        public init(parameter: String, tags: [String: String]) {
            self.parameter = parameter
            self.tags = tags
        }

        public var request: AWSRequest {
            .changing(
                .ssm, "AddTagsToResource", target: "AmazonSSM", subject: parameter, isIdempotent: true
            ) { body in
                body.member("ResourceType", "Parameter")
                body.member("ResourceId", parameter)
                body.key("Tags")
                body.tags(tags)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM RemoveTagsFromResource, of a parameter.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RemoveTagsFromResource.html
    public struct RemoveTagsFromResource: AWSOperation {
        private let parameter: String
        private let keys: [String]

        public init(parameter: String, keys: [String]) {
            self.parameter = parameter
            self.keys = keys
        }

        public var request: AWSRequest {
            .changing(
                .ssm, "RemoveTagsFromResource", target: "AmazonSSM", subject: parameter, isIdempotent: true
            ) { body in
                body.member("ResourceType", "Parameter")
                body.member("ResourceId", parameter)
                body.key("TagKeys")
                body.names(keys)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

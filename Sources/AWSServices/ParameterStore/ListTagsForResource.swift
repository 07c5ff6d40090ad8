import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM ListTagsForResource, of a parameter.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListTagsForResource.html
    public struct ListTagsForResource: AWSOperation {
        private let parameter: String

        public init(parameter: String) { self.parameter = parameter }

        public var request: AWSRequest {
            .parameterStore("ListTagsForResource", subject: parameter) { body in
                body.member("ResourceType", "Parameter")
                body.member("ResourceId", parameter)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> [String: String] {
            try Answer(response, to: request).tags("TagList") ?? [:]
        }
    }
}

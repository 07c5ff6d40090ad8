import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM DeleteParameter, with its whole history.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html
    public struct DeleteParameter: AWSOperation {
        private let name: String

        public init(name: String) { self.name = name }

        public var request: AWSRequest {
            .changing(.ssm, "DeleteParameter", target: "AmazonSSM", subject: name) { $0.member("Name", name) }
        }

        public func output(_ response: AWSResponse) throws(AWSError) { _ = try Answer(response, to: request) }
    }
}

import AWSClient
import SensitiveMemory
import StrictJSON

extension ParameterStore {
    /// SSM GetParameter with decryption: the one call that reads a parameter's value.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
    public struct GetParameter: AWSOperation {
        public struct Output: Sendable {
            public let name: String?
            public let type: String?
            public let version: Int?
            /// The value, or why it could not be held.
            public let value: Result<SecretBytes, any Error>
        }

        private let name: String

        /// - Parameter name: the name, `NAME:VERSION` or `NAME:LABEL`, or an ARN.
        public init(name: String) { self.name = name }

        public var request: AWSRequest {
            .parameterStore("GetParameter", subject: name) { body in
                body.member("Name", name)
                body.member("WithDecryption", true)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request).requiredObject("Parameter")
            return Output(
                name: answer.string("Name"), type: answer.string("Type"), version: answer.int("Version"),
                value: try answer.requiredValue("Value"))
        }
    }
}

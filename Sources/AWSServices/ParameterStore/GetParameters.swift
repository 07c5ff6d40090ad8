import AWSClient
import SensitiveMemory
import StrictJSON

extension ParameterStore {
    /// SSM GetParameters with decryption: the values of at most ten parameters.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
    public struct GetParameters: AWSOperation {
        public struct Value: Sendable {
            public let name: String
            public let version: Int?
            /// The value, or why it could not be held.
            public let value: Result<SecretBytes, any Error>
        }

        public struct Output: Sendable {
            public let values: [Value]
            /// Those that are not there.
            public let invalid: [String]
        }

        private let names: [String]

        public init(names: [String]) { self.names = names }

        public var request: AWSRequest {
            .parameterStore("GetParameters", subject: "\(names.count) parameters") { body in
                body.strings("Names", names)
                body.member("WithDecryption", true)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var values: [Value] = []
            for parameter in try answer.requiredObjects("Parameters") {
                values.append(
                    Value(
                        name: try parameter.required("Name"), version: parameter.int("Version"),
                        value: try parameter.requiredValue("Value")))
            }
            return Output(values: values, invalid: answer.strings("InvalidParameters"))
        }
    }
}

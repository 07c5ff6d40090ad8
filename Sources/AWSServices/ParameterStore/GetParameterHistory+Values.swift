import AWSClient
import SensitiveMemory
import StrictJSON

extension ParameterStore {
    /// SSM GetParameterHistory with decryption: every version's value.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html
    public struct GetParameterHistoryValues: PagedOperation {
        public struct Value: Sendable {
            public let version: Int?
            /// The value, or why it could not be held.
            public let value: Result<SecretBytes, any Error>
        }

        public struct Output: AnswerPage {
            public let values: [Value]
            public let nextToken: String?
        }

        public var token: String?
        private let name: String

        public init(name: String) { self.name = name }

        public var request: AWSRequest {
            .parameterStore("GetParameterHistory", subject: name) { body in
                body.member("Name", name)
                body.member("WithDecryption", true)
                body.member("MaxResults", 50)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var values: [Value] = []
            for version in try answer.requiredObjects("Parameters") {
                values.append(Value(version: version.int("Version"), value: try version.requiredValue("Value")))
            }
            return Output(values: values, nextToken: answer.string("NextToken"))
        }
    }
}

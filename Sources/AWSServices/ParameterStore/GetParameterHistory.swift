import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM GetParameterHistory without decryption. A plain String's old values come back all the same: they are dropped
    /// at the parse. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html
    public struct GetParameterHistory: PagedOperation {
        public struct Output: AnswerPage {
            /// As AWS gives them, the oldest first.
            public let versions: [ParameterMetadata]
            public let nextToken: String?
        }

        public var token: String?
        private let name: String

        public init(name: String) { self.name = name }

        public var request: AWSRequest {
            .parameterStore("GetParameterHistory", subject: name) { body in
                body.member("Name", name)
                body.member("WithDecryption", false)
                body.member("MaxResults", 50)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var versions: [ParameterMetadata] = []
            for version in try answer.requiredObjects("Parameters") { versions.append(try ParameterMetadata(version)) }
            return Output(versions: versions, nextToken: answer.string("NextToken"))
        }
    }
}

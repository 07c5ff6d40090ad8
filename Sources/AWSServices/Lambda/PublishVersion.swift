import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda PublishVersion; refused (412) if code or revision are others. Without a change since the last version, that
    /// one is answered. https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
    public struct PublishVersion<Variable: Sendable>: AWSOperation {
        private let function: String
        private let codeSHA256: String?
        private let revisionID: String
        private let description: String
        private let read: EnvironmentReader<Variable>

        /// - Parameter description: of the version, 256 characters at most.
        public init(
            function: String, codeSHA256: String?, revisionID: String, description: String,
            read: @escaping EnvironmentReader<Variable>
        ) {
            self.function = function
            self.codeSHA256 = codeSHA256
            self.revisionID = revisionID
            self.description = description
            self.read = read
        }

        public var request: AWSRequest {
            .lambdaChange(
                "PublishVersion", "POST", ["2015-03-31", "functions", function, "versions"], subject: function,
                body: .json { body in
                    body.optional("CodeSha256", codeSHA256)
                    body.member("RevisionId", revisionID)
                    body.member("Description", description)
                })
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> FunctionConfiguration<Variable> {
            try FunctionConfiguration(Answer(response, to: request), read: read, settings: true)
        }
    }
}

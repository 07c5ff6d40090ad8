import AWSClient

extension IAM {
    /// IAM GetPolicyVersion: the document of one version of a managed policy, JSON.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
    public struct GetPolicyVersion: AWSOperation {
        private let arn: String
        private let version: String

        public init(arn: String, version: String) {
            self.arn = arn
            self.version = version
        }

        public var request: AWSRequest {
            .iam("GetPolicyVersion", subject: arn, [("PolicyArn", arn), ("VersionId", version)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            let answer = try QueryAnswer(response, to: request)
            guard let version = answer.object("PolicyVersion") else { throw answer.malformed("has no PolicyVersion") }
            return try version.document("Document")
        }
    }
}

import AWSClient
import FoundationEssentials
import StrictJSON

extension SecretsManager {
    /// Secrets Manager ListSecretVersionIds, with the versions that have no label left.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
    public struct ListSecretVersionIds: PagedOperation {
        public struct Version: Sendable, Equatable {
            public let id: String
            public let stages: [String]
            public let created: Date?
            public let lastAccessed: Date?
        }

        public struct Output: AnswerPage {
            public let versions: [Version]
            public let nextToken: String?
        }

        public var token: String?
        private let secretID: String

        public init(secretID: String) { self.secretID = secretID }

        public var request: AWSRequest {
            .secretsManager("ListSecretVersionIds", subject: secretID) { body in
                body.member("SecretId", secretID)
                body.member("IncludeDeprecated", true)
                body.member("MaxResults", 100)
                body.optional("NextToken", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var versions: [Version] = []
            for version in try answer.requiredObjects("Versions") {
                versions.append(
                    Version(
                        id: try version.required("VersionId"), stages: version.strings("VersionStages"),
                        created: version.date("CreatedDate"), lastAccessed: version.date("LastAccessedDate")))
            }
            return Output(versions: versions, nextToken: answer.string("NextToken"))
        }
    }
}

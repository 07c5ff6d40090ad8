import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager UpdateSecretVersionStage: moves a label, or takes it off a version.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
    public struct UpdateSecretVersionStage: AWSOperation {
        private let secretID: String
        private let stage: String
        private let moveTo: String?
        private let removeFrom: String?

        public init(secretID: String, stage: String, moveTo: String?, removeFrom: String?) {
            self.secretID = secretID
            self.stage = stage
            self.moveTo = moveTo
            self.removeFrom = removeFrom
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "UpdateSecretVersionStage", target: "secretsmanager", subject: secretID
            ) { body in
                body.member("SecretId", secretID)
                body.member("VersionStage", stage)
                body.optional("MoveToVersionId", moveTo)
                body.optional("RemoveFromVersionId", removeFrom)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) { _ = try Answer(response, to: request) }
    }
}

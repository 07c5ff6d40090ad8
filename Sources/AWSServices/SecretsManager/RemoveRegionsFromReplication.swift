import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager RemoveRegionsFromReplication: deletes the replicas in these regions.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html
    public struct RemoveRegionsFromReplication: AWSOperation {
        private let secretID: String
        private let regions: [String]

        public init(secretID: String, regions: [String]) {
            self.secretID = secretID
            self.regions = regions
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "RemoveRegionsFromReplication", target: "secretsmanager", subject: secretID,
                isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.key("RemoveReplicaRegions")
                body.names(regions)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

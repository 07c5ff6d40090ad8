import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager ReplicateSecretToRegions: makes replicas. One that is there already is a refusal.
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html
    public struct ReplicateSecretToRegions: AWSOperation {
        private let secretID: String
        private let replicas: [String: String?]

        /// - Parameter replicas: region to KMS key; nil for aws/secretsmanager there.
        public init(secretID: String, replicas: [String: String?]) {
            self.secretID = secretID
            self.replicas = replicas
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "ReplicateSecretToRegions", target: "secretsmanager", subject: secretID,
                isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                body.key("AddReplicaRegions")
                body.array { json in
                    for (region, key) in replicas.sorted(by: { $0.key < $1.key }) {
                        json.object { replica in
                            replica.member("Region", region)
                            if let key { replica.member("KmsKeyId", key) }
                        }
                    }
                }
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

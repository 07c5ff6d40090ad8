import AWSClient

extension IAM {
    /// IAM UpdateAccessKey: makes an access key active or inactive.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html
    public struct UpdateAccessKey: AWSOperation {
        private let id: String
        private let user: String
        private let active: Bool

        public init(id: String, user: String, active: Bool) {
            self.id = id
            self.user = user
            self.active = active
        }

        public var request: AWSRequest {
            .iam(
                "UpdateAccessKey", subject: id,
                [("UserName", user), ("AccessKeyId", id), ("Status", active ? "Active" : "Inactive")]
            ).changing.idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}

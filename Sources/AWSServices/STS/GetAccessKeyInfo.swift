import AWSClient

extension STS {
    /// STS GetAccessKeyInfo: the account that an access key id belongs to.
    /// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
    public struct GetAccessKeyInfo: AWSOperation {
        private let id: String

        public init(id: String) { self.id = id }

        public var request: AWSRequest {
            .query(.sts, "GetAccessKeyInfo", version: "2011-06-15", subject: id, [("AccessKeyId", id)])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            try QueryAnswer(response, to: request).required("Account")
        }
    }
}

import AWSClient

extension STS {
    /// STS GetCallerIdentity: whose credentials these are; needs no permission.
    /// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    public struct GetCallerIdentity: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let account: String
            public let arn: String
            public let userID: String
            public let requestID: String
        }

        public init() {}

        public var request: AWSRequest {
            AWSRequest(
                service: .sts, operation: "GetCallerIdentity", effect: .reads,
                headers: [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
                body: .bytes(Array("Action=GetCallerIdentity&Version=2011-06-15".utf8)))
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let root = try response.xml(operation: "sts:GetCallerIdentity").root
            let result = root["GetCallerIdentityResult"]
            func required(_ name: String) throws(AWSError) -> String {
                guard let text = result?[name]?.string, !text.isEmpty else {
                    throw AWSError(
                        .malformedAnswer, operation: "sts:GetCallerIdentity", code: "MalformedAnswer",
                        message: "the answer has no GetCallerIdentityResult.\(name); the endpoint may not be AWS",
                        requestID: response.requestID)
                }
                return text
            }
            let metadata = root["ResponseMetadata"]?["RequestId"]?.string ?? ""
            return Output(
                account: try required("Account"), arn: try required("Arn"), userID: try required("UserId"),
                requestID: response.requestID.isEmpty ? metadata : response.requestID)
        }
    }
}

import SensitiveMemory

/// The credentials in an answer of STS.
enum STSAnswer {
    /// - Parameter result: `AssumeRoleResult` or its like.
    static func credentials(
        _ response: AWSResponse, result: String, operation: String, source: String
    ) throws(AWSError) -> AWSCredentials {
        let node = try response.xml(operation: operation).root[result]
        guard let found = node?["Credentials"], let id = found["AccessKeyId"]?.string, !id.isEmpty,
            let secretNode = found["SecretAccessKey"], let tokenNode = found["SessionToken"],
            let expires = found["Expiration"].flatMap({ CivilTime.seconds(iso8601: $0.string) })
        else {
            throw AWSError(
                .malformedAnswer, operation: operation, code: "MalformedAnswer",
                message: "the answer has no complete credentials", requestID: response.requestID,
                status: response.status)
        }
        let secret: SecretBytes
        let token: SecretBytes
        do {
            secret = try secretNode.secretBytes()
            token = try tokenNode.secretBytes()
        } catch {
            throw CredentialMemory.exhausted
        }
        // arn:aws:sts::123456789012:assumed-role/name/session
        let arn = node?["AssumedRoleUser"]?["Arn"]?.string.split(separator: ":", omittingEmptySubsequences: false)
        let account = arn.flatMap { $0.count > 4 && !$0[4].isEmpty ? String($0[4]) : nil }
        return AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: token, expires: expires, accountID: account,
            source: source)
    }
}

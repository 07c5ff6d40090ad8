import SensitiveMemory
import StrictJSON

/// The JSON objects in which processes, containers and instances give credentials.
struct CredentialJSON {
    /// The names of the members, which differ.
    var token: String
    var needsExpiry: Bool
    var source: String

    /// nil if a member is missing.
    func read(_ root: JSONNode) throws(AWSError) -> AWSCredentials? {
        guard let id = root["AccessKeyId"]?.string, !id.isEmpty else { return nil }
        let session = try CredentialMemory.secret(root[token])
        guard let secret = try CredentialMemory.secret(root["SecretAccessKey"]) else { return nil }
        var expires: Double?
        if let text = root["Expiration"]?.string {
            expires = CivilTime.seconds(iso8601: text)
            if expires == nil { return nil }
        }
        if needsExpiry, session == nil || expires == nil { return nil }
        return AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: session.flatMap { $0.count > 0 ? $0 : nil },
            expires: expires, accountID: root["AccountId"]?.string, source: source)
    }
}

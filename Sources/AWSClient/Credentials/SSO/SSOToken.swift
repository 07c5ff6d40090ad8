import SensitiveMemory
import StrictJSON

/// A token of IAM Identity Center as it lies in `~/.aws/sso/cache`.
struct SSOToken: Sendable {
    var accessToken: SecretBytes
    /// Seconds since 1970-01-01 UTC.
    var expires: Double
    /// What renewing needs; the old form has none of it.
    var refreshToken: SecretBytes?
    var clientID: String?
    var clientSecret: SecretBytes?
    var registrationExpires: Double?

    /// nil if a member that every token has is missing.
    init?(_ root: JSONNode) throws(AWSError) {
        guard let expires = root["expiresAt"]?.string.flatMap({ CivilTime.seconds(iso8601: $0) }) else { return nil }
        guard let token = try CredentialMemory.secret(root["accessToken"]) else { return nil }
        accessToken = token
        refreshToken = try CredentialMemory.secret(root["refreshToken"])
        clientSecret = try CredentialMemory.secret(root["clientSecret"])
        self.expires = expires
        clientID = root["clientId"]?.string
        registrationExpires = root["registrationExpiresAt"]?.string.flatMap { CivilTime.seconds(iso8601: $0) }
    }

    init(
        accessToken: SecretBytes, expires: Double, refreshToken: SecretBytes?, clientID: String?,
        clientSecret: SecretBytes?, registrationExpires: Double?
    ) {
        self.accessToken = accessToken
        self.expires = expires
        self.refreshToken = refreshToken
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.registrationExpires = registrationExpires
    }

    /// The file's text, in the form that all AWS tools read.
    func text(_ profile: SSOProfile) -> WipedBuffer {
        let json = SecretJSON()
        json.member("startUrl", profile.startURL)
        json.member("region", profile.region)
        json.member("accessToken", accessToken)
        json.member("expiresAt", CivilTime(seconds: expires).rfc3339)
        if let clientID { json.member("clientId", clientID) }
        if let clientSecret { json.member("clientSecret", clientSecret) }
        if let registrationExpires {
            json.member("registrationExpiresAt", CivilTime(seconds: registrationExpires).rfc3339)
        }
        if let refreshToken { json.member("refreshToken", refreshToken) }
        return json.finished()
    }
}

import SensitiveMemory
import StrictJSON

/// What `aws login` leaves in `~/.aws/login/cache`: credentials of a quarter of an hour, and what renews them.
struct LoginToken {
    /// The members that the file must have besides the credentials.
    static let needed = ["refreshToken", "dpopKey", "clientId"]

    var credentials: AWSCredentials
    var refreshToken: SecretBytes
    /// The private key that the sign-in is bound to, in PEM.
    var key: SecretBytes
    var clientID: String
    /// Further members with strings, kept as they are for the tools that wrote them.
    var others: [(name: String, text: SecretBytes)] = []

    /// Throws the name of the member that is missing, as `.configuration`; `name` is the session's, for the words.
    init(_ root: JSONNode, source: String, place: String) throws(AWSError) {
        let pair = root["accessToken"]
        guard let id = pair?["accessKeyId"]?.string,
            let expires = pair?["expiresAt"]?.string.flatMap({ CivilTime.seconds(iso8601: $0) }),
            let secret = try CredentialMemory.secret(pair?["secretAccessKey"]),
            let session = try CredentialMemory.secret(pair?["sessionToken"])
        else { throw Self.incomplete("accessToken", place) }
        credentials = AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: session, expires: expires,
            accountID: pair?["accountId"]?.string, source: source)
        guard let refresh = try CredentialMemory.secret(root["refreshToken"]) else {
            throw Self.incomplete("refreshToken", place)
        }
        guard let key = try CredentialMemory.secret(root["dpopKey"]) else { throw Self.incomplete("dpopKey", place) }
        guard let client = root["clientId"]?.string else { throw Self.incomplete("clientId", place) }
        refreshToken = refresh
        self.key = key
        clientID = client
        for (name, node) in root.members {
            guard let name = name.string, name != "accessToken", !Self.needed.contains(name),
                let text = try CredentialMemory.secret(node)
            else { continue }
            others.append((name, text))
        }
    }

    /// The file's text, in the form that all AWS tools read.
    func text() -> WipedBuffer {
        let json = SecretJSON()
        json.object("accessToken") { json in
            json.member("accessKeyId", credentials.accessKeyID)
            json.member("secretAccessKey", credentials.secretKey)
            if let session = credentials.sessionToken { json.member("sessionToken", session) }
            if let account = credentials.accountID { json.member("accountId", account) }
            if let expires = credentials.expires {
                json.member("expiresAt", CivilTime(seconds: expires).rfc3339)
            }
        }
        json.member("clientId", clientID)
        json.member("refreshToken", refreshToken)
        json.member("dpopKey", key)
        for (name, text) in others { json.member(name, text) }
        return json.finished()
    }

    private static func incomplete(_ member: String, _ place: String) -> AWSError {
        SourceContext.failure(
            .configuration, "LoginToken", "\(place) lacks \(member): it is no token of `aws login`; run aws login again"
        )
    }
}

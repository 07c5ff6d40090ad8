import SensitiveMemory
import StrictJSON

/// The operations of SSO OIDC that signing in needs. None of them is signed.
struct OIDC {
    /// What RegisterClient gives.
    struct Registration {
        var clientID: String
        var clientSecret: SecretBytes
        /// Seconds since 1970-01-01 UTC.
        var expires: Double
    }

    /// What StartDeviceAuthorization gives.
    struct Authorization {
        var deviceCode: SecretBytes
        var userCode: String
        var url: String
        var completeURL: String?
        /// Seconds from now.
        var expiresIn: Int
        /// Seconds between two questions.
        var interval: Int
    }

    /// What CreateToken gives.
    struct Grant {
        var accessToken: SecretBytes
        var expiresIn: Int
        var refreshToken: SecretBytes?
    }

    private let client: AWSClient

    init(_ context: SourceContext, region: String) {
        client = context.client(region: region, credentials: nil)
    }

    func register(scopes: [String]) async throws(AWSError) -> Registration {
        let json = SecretJSON()
        json.member("clientName", "curtain")
        json.member("clientType", "public")
        if !scopes.isEmpty { json.member("scopes", scopes) }
        let root = try await call("RegisterClient", "/client/register", json)
        guard let id = root["clientId"]?.string, let secret = try CredentialMemory.secret(root["clientSecret"]),
            let expires = root["clientSecretExpiresAt"]?.double
        else { throw malformed("RegisterClient") }
        return Registration(clientID: id, clientSecret: secret, expires: expires)
    }

    func startDeviceAuthorization(
        _ registration: Registration, startURL: String
    ) async throws(AWSError) -> Authorization {
        let json = SecretJSON()
        json.member("clientId", registration.clientID)
        json.member("clientSecret", registration.clientSecret)
        json.member("startUrl", startURL)
        let root = try await call("StartDeviceAuthorization", "/device_authorization", json)
        guard let code = try CredentialMemory.secret(root["deviceCode"]), let user = root["userCode"]?.string,
            let url = root["verificationUri"]?.string
        else { throw malformed("StartDeviceAuthorization") }
        return Authorization(
            deviceCode: code, userCode: user, url: url, completeURL: root["verificationUriComplete"]?.string,
            expiresIn: root["expiresIn"]?.int ?? 600, interval: root["interval"]?.int ?? 5)
    }

    func token(_ registration: Registration, deviceCode: SecretBytes) async throws(AWSError) -> Grant {
        let json = SecretJSON()
        json.member("grantType", "urn:ietf:params:oauth:grant-type:device_code")
        json.member("deviceCode", deviceCode)
        json.member("clientId", registration.clientID)
        json.member("clientSecret", registration.clientSecret)
        return try await createToken(json)
    }

    func renew(clientID: String, clientSecret: SecretBytes, refreshToken: SecretBytes) async throws(AWSError) -> Grant {
        let json = SecretJSON()
        json.member("grantType", "refresh_token")
        json.member("clientId", clientID)
        json.member("clientSecret", clientSecret)
        json.member("refreshToken", refreshToken)
        return try await createToken(json)
    }

    private func createToken(_ json: SecretJSON) async throws(AWSError) -> Grant {
        let root = try await call("CreateToken", "/token", json)
        guard let token = try CredentialMemory.secret(root["accessToken"]), let expires = root["expiresIn"]?.int else {
            throw malformed("CreateToken")
        }
        return Grant(
            accessToken: token, expiresIn: expires, refreshToken: try CredentialMemory.secret(root["refreshToken"]))
    }

    private func call(_ operation: String, _ path: String, _ json: SecretJSON) async throws(AWSError) -> JSONNode {
        let request = AWSRequest(
            service: .ssoOIDC, operation: operation, effect: .reads, path: path,
            headers: [(name: "Content-Type", value: "application/json")],
            body: .secret(try CredentialMemory.secret(json.finished())))
        return try await client.call(request).json(operation: "sso-oidc:\(operation)").root
    }

    private func malformed(_ operation: String) -> AWSError {
        AWSError(
            .malformedAnswer, operation: "sso-oidc:\(operation)", code: "MalformedAnswer",
            message: "the answer lacks what the API reference promises")
    }
}

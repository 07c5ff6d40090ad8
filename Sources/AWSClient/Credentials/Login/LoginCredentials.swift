import FoundationEssentials
import SensitiveMemory
import StrictJSON

/// A profile with `login_session`: the credentials that `aws login` left, renewed by signin:CreateOAuth2Token.
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html
struct LoginCredentials: CredentialSource {
    /// Seconds before their end from which the credentials are renewed.
    static let renewal: Double = 5 * 60

    let context: SourceContext
    let profileName: String

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let profile = context.profile(profileName), let session = profile["login_session"] else { return nil }
        let path = path(session)
        let token = try load(path, session)
        let left = (token.credentials.expires ?? 0) - context.clock.now()
        guard left < Self.renewal else { return token.credentials }
        do throws(AWSError) {
            let renewed = try await renewed(token, session)
            // The old refresh token is spent: a file that cannot be written costs a sign-in later, not now.
            do throws(FileFailure) { try context.files.replace(path, with: renewed.text()) } catch {}
            return renewed.credentials
        } catch {
            guard left > 0, error.kind != .cancelled, error.code != "SignInRequired" else { throw error }
            return token.credentials
        }
    }

    /// The folder is the CLI's; the file's name is the SHA-256 of the session's.
    private func path(_ session: String) -> String {
        let folder = context.configuration.environment["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache"
        let name = Hexadecimal.text(SHA256.digest(Array(session.utf8)))
        return PathExpansion.expand("\(folder)/\(name).json", context.configuration.environment)
    }

    private func load(_ path: String, _ session: String) throws(AWSError) -> LoginToken {
        let buffer: WipedBuffer?
        do throws(FileFailure) {
            buffer = try context.files.read(path)
        } catch {
            throw SourceContext.failure(
                .configuration, "LoginToken", "\(path) cannot be read (errno \(error.errno))")
        }
        guard let buffer else { throw Self.signIn(session, "does not exist") }
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: buffer)
        } catch {
            throw SourceContext.failure(.configuration, "LoginToken", "\(path) is no JSON; run aws login again")
        }
        return try LoginToken(document.root, source: "aws login of \(session)", place: path)
    }

    private func renewed(_ token: LoginToken, _ session: String) async throws(AWSError) -> LoginToken {
        let client = context.client(region: nil, credentials: nil)
        let path = "/v1/token"
        let proof: String
        do throws(CipherError) {
            proof = try DPoPProof(
                key: ES256Key(pem: token.key), url: Self.url(client, path), time: context.clock.now(),
                id: UUID().uuidString.lowercased()
            ).text()
        } catch {
            throw SourceContext.failure(
                .configuration, "LoginToken", "the key of aws login cannot be used (\(error)); run aws login again")
        }
        let json = SecretJSON()
        json.member("clientId", token.clientID)
        json.member("grantType", "refresh_token")
        json.member("refreshToken", token.refreshToken)
        var request = AWSRequest(
            service: .signin, operation: "CreateOAuth2Token", effect: .reads, path: path,
            headers: [(name: "Content-Type", value: "application/json"), (name: "DPoP", value: proof)],
            body: .secret(try CredentialMemory.secret(json.finished())))
        request.isIdempotent = true
        let response: AWSResponse
        do throws(AWSError) {
            response = try await client.call(request)
        } catch {
            throw Self.refusal(error, session)
        }
        return try Self.read(response, token, now: context.clock.now())
    }

    private static func url(_ client: AWSClient, _ path: String) -> String {
        // What is wrong with the endpoint is told by the call itself.
        let endpoint = try? client.endpoint(for: .signin)
        return (endpoint?.url ?? "") + path
    }

    private static func read(
        _ response: AWSResponse, _ old: LoginToken, now: Double
    ) throws(AWSError) -> LoginToken {
        let root = try response.json(operation: "signin:CreateOAuth2Token").root
        let pair = root["accessToken"]
        guard let id = pair?["accessKeyId"]?.string, let secret = try CredentialMemory.secret(pair?["secretAccessKey"]),
            let session = try CredentialMemory.secret(pair?["sessionToken"]), let seconds = root["expiresIn"]?.int,
            let refresh = try CredentialMemory.secret(root["refreshToken"])
        else {
            throw AWSError(
                .malformedAnswer, operation: "signin:CreateOAuth2Token", code: "MalformedAnswer",
                message: "the answer has no complete credentials", requestID: response.requestID,
                status: response.status)
        }
        var token = old
        token.credentials = AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: session, expires: now + Double(seconds),
            accountID: old.credentials.accountID, source: old.credentials.source)
        token.refreshToken = refresh
        return token
    }

    /// AWS tells by the OAuth code whether a new sign-in helps.
    private static func refusal(_ error: AWSError, _ session: String) -> AWSError {
        let said = error.code + " " + error.message
        if said.contains("TOKEN_EXPIRED") { return signIn(session, "has ended") }
        if said.contains("USER_CREDENTIALS_CHANGED") { return signIn(session, "ended when the password changed") }
        if said.contains("INSUFFICIENT_PERMISSIONS") {
            return SourceContext.failure(
                .denied, "LoginDenied",
                "renewing the sign-in of \(session) needs signin:CreateOAuth2Token, which its policies do not allow")
        }
        return error
    }

    private static func signIn(_ session: String, _ what: String) -> AWSError {
        SourceContext.failure(
            .expiredCredentials, "SignInRequired", "the sign-in of \(session) \(what); run aws login")
    }
}

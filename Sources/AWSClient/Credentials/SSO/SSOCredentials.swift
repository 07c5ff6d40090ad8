import SensitiveMemory
import StrictJSON

/// A profile with `sso_account_id` and `sso_role_name`: sso:GetRoleCredentials with the token of a sign-in.
struct SSOCredentials: CredentialSource {
    /// Seconds before its end from which a token is renewed.
    static let renewal: Double = 15 * 60

    let context: SourceContext
    let profileName: String

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let profile = context.profile(profileName),
            profile["sso_account_id"] != nil || profile["sso_role_name"] != nil,
            let sso = try SSOProfile(profile, context.configuration.shared)
        else { return nil }
        guard let account = sso.accountID, let role = sso.roleName else {
            throw SSOProfile.wrong(
                profile, sso.accountID == nil ? "sso_role_name" : "sso_account_id",
                "needs both sso_account_id and sso_role_name")
        }
        let token = try await token(sso)
        var request = AWSRequest(
            service: .sso, operation: "GetRoleCredentials", effect: .reads, method: "GET",
            path: "/federation/credentials",
            query: [(name: "role_name", value: role), (name: "account_id", value: account)],
            subject: "\(account)/\(role)")
        request.secretHeaders = [(name: "x-amz-sso_bearer_token", value: token.accessToken)]
        let response: AWSResponse
        do throws(AWSError) {
            response = try await context.client(region: sso.region, credentials: nil).call(request)
        } catch {
            guard error.code == "UnauthorizedException" || error.status == 401 else { throw error }
            throw Self.signIn(sso, "is no longer accepted")
        }
        let root = try response.json(operation: "sso:GetRoleCredentials").root["roleCredentials"]
        guard let id = root?["accessKeyId"]?.string, let milliseconds = root?["expiration"]?.double else {
            throw Self.malformed(response)
        }
        guard let secret = try CredentialMemory.secret(root?["secretAccessKey"]),
            let session = try CredentialMemory.secret(root?["sessionToken"])
        else { throw Self.malformed(response) }
        return AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: session, expires: milliseconds / 1000,
            accountID: account, source: "sign-in of \(sso.words), role \(role)")
    }

    /// The token of the cache, renewed where it is of the kind that can be.
    private func token(_ sso: SSOProfile) async throws(AWSError) -> SSOToken {
        let cache = SSOTokenCache(context: context)
        guard let token = try cache.load(sso) else { throw Self.signIn(sso, "does not exist") }
        let left = token.expires - context.clock.now()
        guard sso.session != nil, left < Self.renewal else {
            guard left > 0 else { throw Self.signIn(sso, "has ended") }
            return token
        }
        do throws(AWSError) {
            if let renewed = try await renewed(token, sso) {
                // The old refresh token is spent: a file that cannot be written costs a sign-in later, not now.
                try? cache.save(renewed, sso)
                return renewed
            }
        } catch {
            if error.kind == .cancelled { throw error }
        }
        guard left > 0 else { throw Self.signIn(sso, "has ended and could not be renewed") }
        return token
    }

    private func renewed(_ token: SSOToken, _ sso: SSOProfile) async throws(AWSError) -> SSOToken? {
        guard let refresh = token.refreshToken, let id = token.clientID, let secret = token.clientSecret,
            let registrationExpires = token.registrationExpires, registrationExpires > context.clock.now()
        else { return nil }
        let grant = try await OIDC(context, region: sso.region).renew(
            clientID: id, clientSecret: secret, refreshToken: refresh)
        return SSOToken(
            accessToken: grant.accessToken, expires: context.clock.now() + Double(grant.expiresIn),
            refreshToken: grant.refreshToken ?? refresh, clientID: id, clientSecret: secret,
            registrationExpires: registrationExpires)
    }

    static func signIn(_ sso: SSOProfile, _ what: String) -> AWSError {
        SourceContext.failure(
            .expiredCredentials, "SignInRequired",
            "the sign-in of \(sso.words) \(what);"
                + " run curtain login or aws sso login")
    }

    private static func malformed(_ response: AWSResponse) -> AWSError {
        AWSError(
            .malformedAnswer, operation: "sso:GetRoleCredentials", code: "MalformedAnswer",
            message: "the answer has no complete credentials", requestID: response.requestID, status: response.status)
    }
}

/// Signing in to IAM Identity Center by the device flow: a person opens a page and confirms a code.
public struct SSOLogin: Sendable {
    /// What the person needs.
    public struct Invitation: Sendable, Equatable {
        /// The code that the page must show.
        public let userCode: String
        /// The page.
        public let url: String
        /// The page with the code filled in.
        public let completeURL: String
        /// Seconds since 1970-01-01 UTC until which it counts.
        public let expires: Double
    }

    private let context: SourceContext

    public init(_ context: SourceContext) { self.context = context }

    /// Registers, shows the invitation, and asks until the person has confirmed; then the token lies where all
    /// AWS tools find it. Returns when it ends, in seconds since 1970-01-01 UTC.
    ///
    /// Throws `.configuration` if the profile does not sign in this way, `.denied` if the person refused,
    /// `.expiredCredentials` if the code's time was over.
    public func signIn(show: @Sendable (Invitation) async -> Void) async throws(AWSError) -> Double {
        let name = context.configuration.profile
        guard let profile = context.profile(name), let sso = try SSOProfile(profile, context.configuration.shared)
        else {
            throw SourceContext.failure(
                .configuration, "NoSSO",
                "profile \(name) has no sso_session and no sso_start_url: it does not sign in by IAM Identity Center")
        }
        let oidc = OIDC(context, region: sso.region)
        let registration = try await oidc.register(scopes: sso.session == nil ? [] : sso.scopes)
        let authorization = try await oidc.startDeviceAuthorization(registration, startURL: sso.startURL)
        let deadline = context.clock.now() + Double(authorization.expiresIn)
        await show(
            Invitation(
                userCode: authorization.userCode, url: authorization.url,
                completeURL: authorization.completeURL ?? authorization.url, expires: deadline))
        let grant = try await confirmed(oidc, registration, authorization, until: deadline)
        let token = SSOToken(
            accessToken: grant.accessToken, expires: context.clock.now() + Double(grant.expiresIn),
            refreshToken: grant.refreshToken, clientID: registration.clientID,
            clientSecret: registration.clientSecret, registrationExpires: registration.expires)
        try SSOTokenCache(context: context).save(token, sso)
        return token.expires
    }

    private func confirmed(
        _ oidc: OIDC, _ registration: OIDC.Registration, _ authorization: OIDC.Authorization, until deadline: Double
    ) async throws(AWSError) -> OIDC.Grant {
        var interval = Double(max(1, authorization.interval))
        while context.clock.now() < deadline {
            do throws(CancellationError) {
                try await context.clock.sleep(seconds: interval)
            } catch {
                throw SourceContext.failure(.cancelled, "", "cancelled")
            }
            do throws(AWSError) {
                return try await oidc.token(registration, deviceCode: authorization.deviceCode)
            } catch {
                switch error.code {
                case "AuthorizationPendingException", "authorization_pending": continue
                case "SlowDownException", "slow_down": interval += 5
                case "ExpiredTokenException", "expired_token": throw Self.tooLate
                case "AccessDeniedException", "access_denied":
                    throw SourceContext.failure(.denied, error.code, "the sign-in was refused on the page")
                default: throw error
                }
            }
        }
        throw Self.tooLate
    }

    private static let tooLate = SourceContext.failure(
        .expiredCredentials, "SignInTooLate", "nobody confirmed the code in time; run curtain login again")
}

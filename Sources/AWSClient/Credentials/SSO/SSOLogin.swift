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

    /// What a sign-in came to.
    public struct SignIn: Sendable, Equatable {
        /// `sso-session corp`, or the start page where there is no section.
        public let name: String
        public let startURL: String
        /// Seconds since 1970-01-01 UTC.
        public let expires: Double
    }

    private let context: SourceContext

    public init(_ context: SourceContext) { self.context = context }

    /// What the profile in force signs in by; nil if it does not, or half of it is missing.
    public var name: String? { (try? ofProfile())?.words }

    /// Registers, shows the invitation, and asks until the person has confirmed; then the token lies where all
    /// AWS tools find it.
    ///
    /// - Parameter session: an `sso-session` section; nil for what the profile in force signs in by, itself or by
    ///   the profiles that it takes its role from.
    ///
    /// Throws `.configuration` if there is nothing to sign in by, `.denied` if the person refused,
    /// `.expiredCredentials` if the code's time was over.
    public func signIn(
        session: String? = nil, show: @Sendable (Invitation) async -> Void
    ) async throws(AWSError) -> SignIn {
        let sso = if let session { try named(session) } else { try ofProfile() }
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
        return SignIn(name: sso.words, startURL: sso.startURL, expires: token.expires)
    }

    private func named(_ session: String) throws(AWSError) -> SSOProfile {
        let shared = context.configuration.shared
        guard let section = shared.ssoSessions[session] else {
            let known = shared.ssoSessions.keys.sorted()
            throw SourceContext.failure(
                .configuration, "NoSSO",
                "no [sso-session \(session)] in \(shared.configPath)"
                    + (known.isEmpty ? "" : "; there is \(known.joined(separator: ", "))"))
        }
        return try SSOProfile(section)
    }

    private func ofProfile() throws(AWSError) -> SSOProfile {
        let first = context.configuration.profile
        var name = first
        var visited: [String] = []
        while let profile = context.profile(name), !visited.contains(name) {
            if let sso = try SSOProfile(profile, context.configuration.shared) { return sso }
            visited.append(name)
            guard let source = profile["source_profile"] else { break }
            name = source
        }
        throw SourceContext.failure(
            .configuration, "NoSSO",
            "profile \(first) has no sso_session and no sso_start_url: it does not sign in by IAM Identity Center;"
                + " name another with --profile, or write them with `aws configure sso`")
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

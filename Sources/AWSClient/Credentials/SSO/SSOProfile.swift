/// What a profile says about signing in by IAM Identity Center, its `sso-session` included.
struct SSOProfile: Equatable, Sendable {
    var startURL: String
    var region: String
    /// The `sso-session` section's name; nil in the old form, where the profile holds everything.
    var session: String?
    /// What the token may be used for; AWS's default is `sso:account:access`.
    var scopes: [String]
    /// The account and role, missing when only a token is wanted.
    var accountID: String?
    var roleName: String?

    /// nil if the profile says nothing of it. Throws for half a configuration.
    init?(_ profile: Profile, _ shared: SharedConfiguration) throws(AWSError) {
        let account = profile["sso_account_id"]
        let role = profile["sso_role_name"]
        let name = profile["sso_session"]
        guard account != nil || role != nil || name != nil || profile["sso_start_url"] != nil else { return nil }
        var section: Profile?
        if let name {
            guard let found = shared.ssoSessions[name] else {
                throw Self.wrong(profile, "sso_session", "names an sso-session \(name) that does not exist")
            }
            section = found
            for property in ["sso_start_url", "sso_region"] {
                if let own = profile[property], let theirs = found[property], own != theirs {
                    throw Self.wrong(profile, property, "has another \(property) than its sso-session \(name)")
                }
            }
        }
        guard let startURL = section?["sso_start_url"] ?? profile["sso_start_url"] else {
            throw Self.wrong(profile, "sso_session", "has no sso_start_url")
        }
        guard let region = section?["sso_region"] ?? profile["sso_region"] else {
            throw Self.wrong(profile, "sso_session", "has no sso_region")
        }
        self.startURL = startURL
        self.region = region
        session = name
        scopes = Self.scopes(section)
        accountID = account
        roleName = role
    }

    /// What an `sso-session` section says by itself. Throws for half a section.
    init(_ section: Profile) throws(AWSError) {
        guard let startURL = section["sso_start_url"], let region = section["sso_region"] else {
            throw SourceContext.failure(
                .configuration, "InvalidConfiguration",
                "[sso-session \(section.name)] in \(section.path) needs both sso_start_url and sso_region")
        }
        self.startURL = startURL
        self.region = region
        session = section.name
        scopes = Self.scopes(section)
    }

    private static func scopes(_ section: Profile?) -> [String] {
        (section?["sso_registration_scopes"] ?? "sso:account:access").split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// How it is called in words.
    var words: String { session.map { "sso-session \($0)" } ?? startURL }

    /// The name of the token's file in `~/.aws/sso/cache`, which all AWS tools share.
    var cacheKey: String { Hexadecimal.text(SHA1Name.digest(session ?? startURL)) }

    static func wrong(_ profile: Profile, _ property: String, _ what: String) -> AWSError {
        SourceContext.failure(
            .configuration, "InvalidConfiguration", "profile \(profile.name) (\(profile.place(of: property))) \(what)")
    }
}

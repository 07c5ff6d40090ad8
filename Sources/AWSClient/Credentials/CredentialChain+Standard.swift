extension CredentialChain {
    /// The SDKs' order for a configuration. A profile that a flag names goes before the environment's static
    /// keys; one that `AWS_PROFILE` names does not.
    public static func standard(_ configuration: ClientConfiguration) -> CredentialChain {
        let profile = configuration.shared.profile(configuration.profile)
        var links: [Link] = []
        if !configuration.profileIsExplicit {
            links.append(Link("environment", EnvironmentCredentials(environment: configuration.environment)))
        }
        links.append(Link("shared files", SharedFileCredentials(profile: profile)))
        return CredentialChain(links)
    }
}

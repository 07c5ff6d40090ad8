extension CredentialChain {
    /// The SDKs' order. A profile that a flag names goes before the environment's keys; one that `AWS_PROFILE`
    /// names does not.
    public static func standard(_ context: SourceContext) -> CredentialChain {
        let configuration = context.configuration
        let name = configuration.profile
        var links: [Link] = []
        if !configuration.profileIsExplicit {
            links.append(Link("environment", EnvironmentCredentials(environment: configuration.environment)))
        }
        links.append(Link("assume role", AssumeRoleCredentials(context: context, profileName: name)))
        links += ofProfile(name, context, usesEnvironment: !configuration.profileIsExplicit).links
        links.append(Link("container", ContainerCredentials(context: context)))
        links.append(Link("instance metadata", InstanceCredentials(context: context)))
        return CredentialChain(links)
    }

    /// The sources that one profile can name, in the SDKs' order.
    static func ofProfile(_ name: String, _ context: SourceContext, usesEnvironment: Bool) -> CredentialChain {
        CredentialChain([
            Link(
                "web identity",
                WebIdentityCredentials(context: context, profileName: name, usesEnvironment: usesEnvironment)),
            Link("sso", SSOCredentials(context: context, profileName: name)),
            Link("credentials file", SharedFileCredentials(context: context, profileName: name, file: .credentials)),
            Link("login session", LoginCredentials(context: context, profileName: name)),
            Link("process", ProcessCredentials(context: context, profileName: name)),
            Link("config file", SharedFileCredentials(context: context, profileName: name, file: .config))
        ])
    }
}

/// Everything the client needs to know but the credentials themselves.
public struct ClientConfiguration: Sendable {
    /// nil if nobody named one: calls then fail with `.noRegion`.
    public var region: String?
    /// Where the region came from, in words: `--region`, `AWS_REGION`, `profile prod in ~/.aws/config`.
    public var regionSource: String?
    /// The profile in force: the flag's, the environment's, else `default`.
    public var profile: String
    /// Whether a flag named the profile: static keys in the environment then do not win over it.
    public var profileIsExplicit: Bool
    public var endpoints: EndpointOverrides
    public var useFIPS: Bool
    public var useDualStack: Bool
    /// `AWS_STS_REGIONAL_ENDPOINTS=legacy`: STS in the old regions through its global endpoint.
    public var usesLegacySTSEndpoint: Bool
    /// Whether an endpoint that is neither TLS nor loopback is used all the same.
    public var allowPlainHTTP: Bool
    public var retry: RetrySettings
    /// A file of trusted certificates instead of the system's.
    public var caBundle: String?
    public var proxies: ProxySettings
    /// Seconds until a connection stands.
    public var connectTimeout: Double
    /// Seconds for one try.
    public var totalTimeout: Double
    /// Refuses every request of effect `.changes` before it is signed.
    public var readOnly: Bool
    public var userAgent: String
    /// The shared files, for the credential sources.
    public var shared: SharedConfiguration
    public var environment: AWSEnvironment

    /// Puts flags, environment and profile together in botocore's order. `region`, `profile` and
    /// `endpointURL` are the flags'. Throws `.configuration` with file and line, or with the profile's name;
    /// `.plainEndpoint` for an endpoint without TLS.
    public static func resolve(
        profile: String? = nil, region: String? = nil, endpointURL: String? = nil,
        allowPlainHTTP: Bool = false, readOnly: Bool = false, timeout: Double? = nil,
        environment: AWSEnvironment = .ofProcess(), files: any ConfigurationFiles = DiskFiles()
    ) throws(AWSError) -> ClientConfiguration {
        let shared = try SharedConfiguration.load(environment: environment, files: files)
        let named = profile ?? environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"]
        let settings = shared.profile(named ?? "default")
        if let named, settings == nil {
            throw configurationError(
                code: "ProfileNotFound",
                "no profile named \(named) in \(shared.configPath) or \(shared.credentialsPath);"
                    + " name another with --profile or write it there")
        }
        let reader = SettingReader(environment: environment, profile: settings)
        let (foundRegion, regionSource) = regionAndSource(flag: region, environment, settings)
        var result = ClientConfiguration(
            region: foundRegion, regionSource: regionSource, profile: named ?? "default",
            profileIsExplicit: profile != nil,
            endpoints: try EndpointOverrides.resolve(flag: endpointURL, environment, settings, shared),
            useFIPS: reader.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") ?? false,
            useDualStack: reader.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint") ?? false,
            usesLegacySTSEndpoint: try reader.choice(
                "AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints", ["regional", "legacy"]) == "legacy",
            allowPlainHTTP: allowPlainHTTP, retry: try RetrySettings.resolve(reader),
            caBundle: reader.text("AWS_CA_BUNDLE", "ca_bundle") ?? environment["REQUESTS_CA_BUNDLE"],
            proxies: ProxySettings(environment: environment), connectTimeout: 10, totalTimeout: timeout ?? 60,
            readOnly: readOnly, userAgent: "curtain", shared: shared, environment: environment)
        if let bundle = result.caBundle { result.caBundle = PathExpansion.expand(bundle, environment) }
        try result.refusePlainEndpoints()
        return result
    }

    static func configurationError(code: String, _ message: String) -> AWSError {
        AWSError(.configuration, operation: "configuration", code: code, message: message)
    }

    private static func regionAndSource(
        flag: String?, _ environment: AWSEnvironment, _ profile: Profile?
    ) -> (String?, String?) {
        if let flag { return (flag, "--region") }
        for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            if let region = environment[name] { return (region, name) }
        }
        if let profile, let region = profile["region"] {
            return (region, "profile \(profile.name) in \(profile.origins["region"] ?? profile.path)")
        }
        return (nil, nil)
    }

    private func refusePlainEndpoints() throws(AWSError) {
        guard !allowPlainHTTP else { return }
        for endpoint in [endpoints.flag, endpoints.all].compactMap({ $0 }) + endpoints.services.values {
            try endpoint.refuseIfPlain(operation: "configuration")
        }
    }
}

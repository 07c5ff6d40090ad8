import AWSClient
import Operations
import Settings

extension Session {
    /// The client for the asked profile, region and endpoint. Reads the AWS files; connects nowhere yet.
    func client() throws -> AWSClient {
        if let sharedClient { return sharedClient }
        return AWSClient.standard(
            try clientConfiguration(), mfa: options.noInput ? nil : MFAQuestion.ask,
            observer: options.verbose ? CallLog.write : nil)
    }

    /// What signing in needs.
    func sourceContext() throws -> SourceContext {
        let configuration = try clientConfiguration()
        return SourceContext(configuration: configuration, transport: CurlTransport(configuration))
    }

    /// Flags before CURTAIN_PROFILE, that before AWS's own variables, those before config.toml.
    func clientConfiguration() throws -> ClientConfiguration {
        let profile = options.profile ?? environment["CURTAIN_PROFILE"] ?? configuredProfile
        try PlaceScope.one.check(options)
        var configuration = try ClientConfiguration.resolve(
            profile: profile, region: options.region, endpointURL: options.endpointURL,
            allowPlainHTTP: settings.allowPlainHTTP, readOnly: mode.readOnly, timeout: options.timeout)
        if configuration.region == nil, let region = settings.regions.first {
            configuration.region = region
            configuration.regionSource = settings.origin(of: .regions).words
        }
        if configuration.region == nil, let instanceRegion {
            configuration.region = instanceRegion.name
            configuration.regionSource = instanceRegion.source
        }
        return configuration
    }

    /// The same session, knowing the region of the instance it runs on where nobody names another. Asks the
    /// instance's metadata service only then. A wrong configuration is left to whoever needs it.
    func knowingInstanceRegion() async -> Session {
        guard let configuration = try? clientConfiguration(), configuration.region == nil,
            let found = try? await configuration.withInstanceRegion(CurlTransport(configuration)),
            let region = found.region
        else { return self }
        var session = self
        session.instanceRegion = InstanceRegion(name: region, source: found.regionSource ?? "instance metadata")
        return session
    }

    /// The configuration's profile, unless AWS's own variables name one.
    private var configuredProfile: String? {
        environment["AWS_PROFILE"] == nil && environment["AWS_DEFAULT_PROFILE"] == nil ? settings.profile : nil
    }
}

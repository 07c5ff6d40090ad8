import AWSClient
import Operations
import Settings

extension Session {
    /// The client for the asked profile, region and endpoint. Reads the AWS files; connects nowhere yet.
    func client() throws -> AWSClient {
        let configuration = try clientConfiguration()
        return AWSClient.standard(configuration, observer: options.verbose ? CallLog.write : nil)
    }

    /// Flags before CURTAIN_PROFILE, that before AWS's own variables, those before config.toml.
    func clientConfiguration() throws -> ClientConfiguration {
        let profile = options.profile ?? environment["CURTAIN_PROFILE"] ?? configuredProfile
        if let region = options.region, region.contains(",") || region == "all" {
            throw UsageFailure("--region takes one region here, not \(region)")
        }
        var configuration = try ClientConfiguration.resolve(
            profile: profile, region: options.region, endpointURL: options.endpointURL,
            allowPlainHTTP: settings.allowPlainHTTP, readOnly: mode.readOnly, timeout: options.timeout)
        if configuration.region == nil, let region = settings.regions.first {
            configuration.region = region
            configuration.regionSource = settings.origin(of: .regions).words
        }
        return configuration
    }

    /// The configuration's profile, unless AWS's own variables name one.
    private var configuredProfile: String? {
        environment["AWS_PROFILE"] == nil && environment["AWS_DEFAULT_PROFILE"] == nil ? settings.profile : nil
    }
}

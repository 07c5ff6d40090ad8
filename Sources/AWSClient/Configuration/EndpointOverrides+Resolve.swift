extension EndpointOverrides {
    /// The order of the SDKs: the flag, the service's variable, the variable for all, the service's entry in
    /// the profile's `services` section, the profile's `endpoint_url`. `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`
    /// leaves only the flag.
    static func resolve(
        flag: String?, _ environment: AWSEnvironment, _ profile: Profile?, _ shared: SharedConfiguration
    ) throws(AWSError) -> EndpointOverrides {
        var result = EndpointOverrides(
            flag: try flag.map { url throws(AWSError) in try endpoint(url, "--endpoint-url") })
        let reader = SettingReader(environment: environment, profile: profile)
        if reader.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") == true {
            return result
        }
        for (service, url) in environment.suffixes(after: "AWS_ENDPOINT_URL_") {
            result.services[service] = try endpoint(url, "AWS_ENDPOINT_URL_\(service)")
        }
        if let url = environment["AWS_ENDPOINT_URL"] {
            result.all = try endpoint(url, "AWS_ENDPOINT_URL")
            return result
        }
        if let name = profile?["services"] {
            guard let section = shared.services[name] else {
                throw ClientConfiguration.configurationError(
                    code: "InvalidConfiguration",
                    "no [services \(name)] in \(shared.configPath), which \(profile?.place(of: "services") ?? "") names"
                )
            }
            for service in section.properties.keys {
                let id = service.uppercased()
                guard result.services[id] == nil, let url = section.nested(service)?["endpoint_url"], !url.isEmpty
                else { continue }
                result.services[id] = try endpoint(url, section.place(of: service))
            }
        }
        if let profile, let url = profile["endpoint_url"] {
            result.all = try endpoint(url, profile.place(of: "endpoint_url"))
        }
        return result
    }

    private static func endpoint(_ url: String, _ place: String) throws(AWSError) -> Endpoint {
        guard let endpoint = Endpoint(url) else {
            throw ClientConfiguration.configurationError(
                code: "InvalidEndpoint", "\(place): not a URL of the form http[s]://host[:port][/path]")
        }
        return endpoint
    }
}

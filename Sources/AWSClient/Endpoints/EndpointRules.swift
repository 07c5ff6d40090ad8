/// AWS's own endpoints for the services that we call, by region and variant.
struct EndpointRules {
    var region: String
    var useFIPS = false
    var useDualStack = false
    /// STS in the old regions through its global endpoint.
    var usesLegacySTS = false

    func endpoint(for service: AWSServiceID) -> ResolvedEndpoint {
        let partition = Partition.of(region)
        let suffix = useDualStack ? partition.dualStackSuffix : partition.dnsSuffix
        let prefix = service.endpointPrefix + (useFIPS ? "-fips" : "")
        return ResolvedEndpoint(
            endpoint: Endpoint(scheme: .https, host: "\(prefix).\(region).\(suffix)"), signingRegion: region)
    }
}

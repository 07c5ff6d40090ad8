/// Where a service is reached, and the region its requests are signed for.
struct ResolvedEndpoint: Equatable, Sendable {
    var endpoint: Endpoint
    var signingRegion: String
}

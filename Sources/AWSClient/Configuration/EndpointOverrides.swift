/// The endpoint URLs that flags, environment and files name instead of AWS's own.
public struct EndpointOverrides: Sendable, Equatable {
    /// `--endpoint-url`: before all others, for every service.
    public var flag: Endpoint?
    /// `AWS_ENDPOINT_URL_<SERVICE>`, or the profile's `services` section, by `AWSServiceID.environmentID`.
    public var services: [String: Endpoint]
    /// `AWS_ENDPOINT_URL`, or the profile's `endpoint_url`.
    public var all: Endpoint?

    public init(flag: Endpoint? = nil, services: [String: Endpoint] = [:], all: Endpoint? = nil) {
        self.flag = flag
        self.services = services
        self.all = all
    }

    public subscript(service: AWSServiceID) -> Endpoint? { flag ?? services[service.environmentID] ?? all }
}

/// `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, read as botocore (that is, Python's urllib) reads them.
public struct ProxySettings: Sendable, Equatable {
    public var https: String?
    public var http: String?
    /// The hosts that are reached directly; `*` for all.
    public var bypass: String?

    public init(https: String? = nil, http: String? = nil, bypass: String? = nil) {
        self.https = https
        self.http = http
        self.bypass = bypass
    }

    /// The lower-case variables win over the upper-case ones; `HTTP_PROXY` is not believed inside a CGI
    /// program, where a client of the web server could set it.
    public init(environment: AWSEnvironment) {
        https = environment["https_proxy"] ?? environment["HTTPS_PROXY"]
        http = environment["http_proxy"] ?? (environment["REQUEST_METHOD"] == nil ? environment["HTTP_PROXY"] : nil)
        bypass = environment["no_proxy"] ?? environment["NO_PROXY"]
    }

    /// The proxy's URL for an endpoint; nil to go there directly.
    public func proxy(for endpoint: Endpoint) -> String? {
        let proxy: String? =
            switch endpoint.scheme {
            case .https: https
            case .http: http
            }
        guard let proxy, !isBypassed(endpoint) else { return nil }
        if proxy.hasPrefix("http:") || proxy.hasPrefix("https:") { return proxy }
        return proxy.hasPrefix("//") ? "http:" + proxy : "http://" + proxy
    }

    private func isBypassed(_ endpoint: Endpoint) -> Bool {
        guard let bypass else { return false }
        if bypass == "*" { return true }
        let names = [endpoint.host, endpoint.authority.lowercased()]
        for entry in bypass.split(separator: ",") {
            let entry = String(entry.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            let suffix = String(entry.drop { $0 == "." }).lowercased()
            guard !suffix.isEmpty else { continue }
            if names.contains(where: { $0 == suffix || $0.hasSuffix("." + suffix) }) { return true }
        }
        return false
    }
}

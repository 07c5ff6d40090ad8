import SensitiveMemory

/// One HTTP exchange, as the transport sends it: signed, with an endpoint, once.
public struct HTTPRequest: Sendable {
    /// Whether a proxy that the environment names is used.
    public enum ProxyUse: Sendable { case asConfigured, never }

    public var method: String
    public var endpoint: Endpoint
    /// What stands behind the host: the path and query, percent-encoded, sent as it is.
    public var target: String
    public var headers: [HTTPHeader]
    public var body: AWSRequest.Body
    /// Seconds until a connection stands.
    public var connectTimeout: Double
    /// Seconds for the whole exchange.
    public var totalTimeout: Double
    /// Bytes of a body, decoded, beyond which the answer is refused.
    public var bodyLimit: Int
    /// Whether the transport may send it a second time by itself when a kept connection turns out to be
    /// dead. False takes a fresh connection, so that what was sent was sent once.
    public var isRepeatable: Bool
    public var proxyUse: ProxyUse

    public init(
        method: String, endpoint: Endpoint, target: String, headers: [HTTPHeader] = [],
        body: AWSRequest.Body = .empty, connectTimeout: Double = 10, totalTimeout: Double = 60,
        bodyLimit: Int = 32 << 20, isRepeatable: Bool = true, proxyUse: ProxyUse = .asConfigured
    ) {
        self.method = method
        self.endpoint = endpoint
        self.target = target
        self.headers = headers
        self.body = body
        self.connectTimeout = connectTimeout
        self.totalTimeout = totalTimeout
        self.bodyLimit = bodyLimit
        self.isRepeatable = isRepeatable
        self.proxyUse = proxyUse
    }
}

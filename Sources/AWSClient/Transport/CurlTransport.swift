import CCurl
import Synchronization

/// Exchanges over libcurl: one thread around one multi handle for everything, with kept connections.
///
/// HTTP/1.1 with a connection for each exchange in flight, as botocore does it: what goes wrong on one
/// connection hits one exchange. libcurl is initialised with the first exchange, not before.
public final class CurlTransport: HTTPTransport {
    /// What holds for all exchanges of a transport.
    public struct Options: Sendable {
        /// A file of trusted certificates instead of the system's.
        public var caBundle: String?
        public var proxies: ProxySettings
        /// Exchanges with one host that run at once; more wait for their turn.
        public var connectionsPerHost: Int

        public init(caBundle: String? = nil, proxies: ProxySettings = ProxySettings(), connectionsPerHost: Int = 48) {
            self.caBundle = caBundle
            self.proxies = proxies
            self.connectionsPerHost = connectionsPerHost
        }
    }

    private let loop: CurlLoop
    private let options: Options

    public init(_ options: Options = Options()) {
        self.options = options
        loop = CurlLoop(connectionsPerHost: options.connectionsPerHost)
    }

    /// With the proxies and certificates of a configuration.
    public convenience init(_ configuration: ClientConfiguration) {
        self.init(Options(caBundle: configuration.caBundle, proxies: configuration.proxies))
    }

    deinit { loop.stop() }

    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transfer = CurlTransfer(request, options)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.begin(continuation)
                loop.submit(transfer)
            }
        } onCancel: {
            loop.cancel(transfer)
        }
        return try result.get()
    }
}

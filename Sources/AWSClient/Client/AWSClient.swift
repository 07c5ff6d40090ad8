import Logging
import SensitiveMemory

/// The one client: retry around sign around transport. Cheap to copy; copies share connections,
/// credentials, the retry budget and the derived keys.
public struct AWSClient: AWSCalling {
    public typealias Configuration = ClientConfiguration

    public let configuration: ClientConfiguration
    let transport: any HTTPTransport
    /// nil for a client that signs nothing.
    let provider: (any CredentialProviding)?
    let observer: CallObserver?
    let clock: any ClientClock
    let logger: Logger
    let shared: SharedState
    /// Jitter from 0 to 1.
    let random: @Sendable () -> Double

    /// What copies of a client have in common.
    final class SharedState: Sendable {
        let keys = SigningKeyCache()
        let retries: RetryState
        let skew = ClockSkew()

        init(_ settings: RetrySettings) { retries = RetryState(settings) }
    }

    /// - Parameters:
    ///   - credentials: `CredentialKeeper` around a chain; `CredentialChain.standard` is the SDKs' one. nil to
    ///     sign nothing.
    ///   - observer: told of every call when it has ended.
    ///   - logger: gets operations, ids and times; never bodies, headers or values.
    public init(
        configuration: ClientConfiguration, transport: any HTTPTransport, credentials: (any CredentialProviding)?,
        observer: CallObserver? = nil, clock: any ClientClock = SystemClock(),
        logger: Logger = Logger(label: "curtain.aws") { _ in SwiftLogNoOpLogHandler() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.configuration = configuration
        self.transport = transport
        provider = credentials
        self.observer = observer
        self.clock = clock
        self.logger = logger
        self.random = random
        shared = SharedState(configuration.retry)
    }

    /// The same client with another configuration: all else is shared.
    init(_ other: AWSClient, configuration: ClientConfiguration) {
        self.configuration = configuration
        transport = other.transport
        provider = other.provider
        observer = other.observer
        clock = other.clock
        logger = other.logger
        random = other.random
        shared = other.shared
    }
}

import Logging

extension AWSClient {
    /// The client with everything concrete: libcurl, and the SDKs' chain of credentials.
    public static func standard(
        _ configuration: ClientConfiguration, observer: CallObserver? = nil, logger: Logger? = nil
    ) -> AWSClient {
        let transport = CurlTransport(configuration)
        let keeper = CredentialKeeper(CredentialChain.standard(configuration))
        guard let logger else {
            return AWSClient(
                configuration: configuration, transport: transport, credentials: keeper, observer: observer)
        }
        return AWSClient(
            configuration: configuration, transport: transport, credentials: keeper, observer: observer,
            logger: logger)
    }

    /// The names of the places that are asked for credentials, in order: the chain that `whoami` shows.
    public var identitySources: [String] { CredentialChain.standard(configuration).links.map(\.name) }
}

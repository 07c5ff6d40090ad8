import Logging

extension AWSClient {
    /// The client with everything concrete: libcurl, and the SDKs' chain of credentials.
    ///
    /// - Parameter mfa: asks a person for a device's code; nil where nobody can be asked.
    public static func standard(
        _ configuration: ClientConfiguration, mfa: SourceContext.MFAPrompt? = nil, observer: CallObserver? = nil,
        logger: Logger? = nil
    ) -> AWSClient {
        let transport = CurlTransport(configuration)
        let context = SourceContext(configuration: configuration, transport: transport, mfa: mfa)
        let keeper = CredentialKeeper(CredentialChain.standard(context))
        guard let logger else {
            return AWSClient(
                configuration: configuration, transport: transport, credentials: keeper, observer: observer)
        }
        return AWSClient(
            configuration: configuration, transport: transport, credentials: keeper, observer: observer,
            logger: logger)
    }

    /// The names of the places that are asked for credentials, in order: the chain that `whoami` shows.
    public var identitySources: [String] {
        CredentialChain.standard(SourceContext(configuration: configuration, transport: transport)).links.map(\.name)
    }
}

import SensitiveMemory

/// What the sources need to do their work: the configuration, the way out, the files, and a person.
public struct SourceContext: Sendable {
    /// Asks a person for the code that the device of this serial number shows. nil when nobody can be asked.
    public typealias MFAPrompt = @Sendable (_ serial: String) async throws(AWSError) -> String

    public let configuration: ClientConfiguration
    let transport: any HTTPTransport
    let files: any ConfigurationFiles
    let clock: any ClientClock
    let mfa: MFAPrompt?
    let random: @Sendable () -> Double

    public init(
        configuration: ClientConfiguration, transport: any HTTPTransport, files: any ConfigurationFiles = DiskFiles(),
        clock: any ClientClock = SystemClock(), mfa: MFAPrompt? = nil,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.configuration = configuration
        self.transport = transport
        self.files = files
        self.clock = clock
        self.mfa = mfa
        self.random = random
    }

    /// A client for the calls that give credentials: signed by other ones or by none, never read-only.
    func client(region: String?, credentials: (any CredentialProviding)?) -> AWSClient {
        var configuration = configuration
        configuration.region = region ?? configuration.region ?? "us-east-1"
        configuration.readOnly = false
        return AWSClient(
            configuration: configuration, transport: transport, credentials: credentials, clock: clock, random: random)
    }

    func profile(_ name: String) -> Profile? { configuration.shared.profile(name) }

    static func failure(_ kind: AWSError.Kind, _ code: String, _ message: String) -> AWSError {
        AWSError(kind, operation: "credentials", code: code, message: message)
    }
}

/// Credentials that are known already, for a client that uses them once.
struct FixedCredentials: CredentialProviding {
    let value: AWSCredentials

    func credentials() async throws(AWSError) -> AWSCredentials { value }
    func refuse(_ credentials: AWSCredentials) async {}
}

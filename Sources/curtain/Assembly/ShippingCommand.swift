import AuditTrail
import Dispatch

/// A command of the person's own that keeps copies of audit records: `[audit] ship`.
struct ShippingCommand: RecordShipping {
    /// Seconds that it may take for a batch.
    static let timeout = 30.0

    /// What it gets of our environment: enough for the AWS CLI, curl and ssh; no credentials.
    private static let variables = [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "SSH_AUTH_SOCK", "AWS_PROFILE",
        "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_ENDPOINT_URL",
        "AWS_CA_BUNDLE", "HTTPS_PROXY", "NO_PROXY"
    ]

    private let command: String
    /// `NAME=value` entries.
    private let environment: [String]

    init(_ command: String, environment: ProcessEnvironment) {
        self.command = command
        self.environment = environment.values(of: Self.variables).map { "\($0.key)=\($0.value)" }
    }

    /// Through the shell. What it prints is dropped; it has the records once it has read them all and ended with 0.
    func ship(_ lines: [UInt8]) async throws(ShippingFailure) {
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [command, environment] in
                continuation.resume(
                    returning: FedCommand.run(command, environment: environment, input: lines, seconds: Self.timeout))
            }
        }
        switch outcome {
        case .ended(0, readAll: true): return
        case .ended(0, readAll: false):
            throw ShippingFailure("the ship command did not read its whole input: the records are not acknowledged")
        case .ended(let status, readAll: _):
            throw ShippingFailure("the ship command ended with \(status): the records are not acknowledged")
        case .tooLong: throw ShippingFailure("the ship command took more than \(Int(Self.timeout)) seconds")
        case .notStarted(let errno):
            throw ShippingFailure("the ship command cannot be started: \(SystemText.of(errno: errno))")
        }
    }
}

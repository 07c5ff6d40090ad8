import AWSClient
import AccountAccess
import AuditTrail

/// What `[audit] ship` names: a log stream, or a command.
enum ShippingPlace: Equatable {
    /// `cloudwatch-logs:GROUP` or `cloudwatch-logs:GROUP:STREAM`; neither name can hold a colon.
    case logStream(group: String, stream: String)
    case command(String)

    private static let prefix = "cloudwatch-logs:"

    /// - Parameter host: the stream, unless one is named.
    init(_ text: String, host: String) throws {
        guard text.hasPrefix(Self.prefix) else {
            self = .command(text)
            return
        }
        let names = text.dropFirst(Self.prefix.count).split(separator: ":", omittingEmptySubsequences: false)
            .map(String.init)
        guard (1...2).contains(names.count), names.allSatisfy({ !$0.isEmpty }) else {
            throw UsageFailure("audit.ship: write \(Self.prefix)GROUP or \(Self.prefix)GROUP:STREAM, not \(text)")
        }
        self = .logStream(group: names[0], stream: names.count == 2 ? names[1] : host)
    }

    /// Copies of the trail are not a change of what the trail is about: they leave in read-only mode too, by a client of
    /// their own that does nothing else.
    func open(in session: Session) throws -> any RecordShipping {
        switch self {
        case .command(let command): return ShippingCommand(command, environment: session.environment)
        case .logStream(let group, let stream):
            var configuration = try session.clientConfiguration()
            configuration.readOnly = false
            let client = AWSClient.standard(
                configuration, mfa: session.options.noInput ? nil : MFAQuestion.ask,
                observer: session.options.verbose ? CallLog.write : nil)
            return LogShipping(stream: LogStream(calls: client, group: group, stream: stream))
        }
    }
}

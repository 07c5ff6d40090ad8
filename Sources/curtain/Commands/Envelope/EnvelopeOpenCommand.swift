import ArgumentParser
import AuditTrail
import Glibc
import Operations
import SensitiveMemory

/// `curtain envelope open PAYLOAD --note TEXT`
struct EnvelopeOpenCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Print what is in an envelope, after its reason is in the audit trail.",
        discussion: """
            The whole payload is checked before its first byte is printed. Into a pipe or a file go the exact bytes; on a \
            terminal, whatever would move the cursor or hide is made visible. Refused in read-only and share mode.
            """)

    /// More than this is for a pipe or a file, not for a person's screen.
    private static let mostOnTerminal = 1 << 16

    @Argument(help: ArgumentHelp("The envelope's payload.", valueName: "payload"), completion: .file())
    var payload: String

    @OptionGroup var encrypted: EncryptedKeyOption

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if global.output != nil { throw ValidationError("open prints the payload itself; -o does not apply.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let values = ValueSession(session)
        try values.check("open an envelope", note: note ?? "", references: [])
        let envelope = OpenableEnvelope(
            payload: try FileSource(payload), encryptedKey: try encrypted.resolve(for: payload))
        return try await values.perform { access, context in
            let open = OpenEnvelope(
                keys: access.keys, store: access.store, audit: access.audit, fingerprints: access.fingerprints,
                policy: access.policy)
            if isatty(STDOUT_FILENO) == 1 {
                try await show(open, envelope, session, context)
            } else {
                try await open(envelope, note: note ?? "", mode: session.mode, as: context) {
                    bytes throws(OperationFailure) in
                    try Self.check(ValueWriter.write(bytes, to: STDOUT_FILENO, isTerminal: false))
                }
            }
            return .done
        }
    }

    /// A character may lie across two chunks, so what goes to a terminal is held as a whole.
    private func show(
        _ open: OpenEnvelope, _ envelope: OpenableEnvelope, _ session: Session, _ context: AuditContext
    ) async throws {
        let held = WipedBuffer(capacity: Self.mostOnTerminal)
        try await open(envelope, note: note ?? "", mode: session.mode, as: context) { bytes throws(OperationFailure) in
            guard held.count + bytes.count <= Self.mostOnTerminal else {
                throw OperationFailure(
                    .failed, "the payload is too large for a terminal; send it into a file or a pipe")
            }
            held.append(bytes)
        }
        try Self.check(held.withUnsafeBytes { ValueWriter.write($0, to: STDOUT_FILENO, isTerminal: true) })
    }

    private static func check(_ failure: OutputError?) throws(OperationFailure) {
        switch failure {
        case nil: break
        case .closed: throw OperationFailure(.failed, "the payload was not taken: the reader has gone")
        case .failed(let number):
            throw OperationFailure(.failed, "cannot write the payload: \(SystemText.of(errno: number))")
        }
    }
}

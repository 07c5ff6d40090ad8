import ArgumentParser
import Operations

/// `curtain envelope renew PAYLOAD --to PATH --note TEXT`
struct EnvelopeRenewCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Encrypt an envelope's payload anew, under a new data key.",
        discussion: """
            For a data key that may have leaked. The old envelope stays as it is, for those who still read it. The content \
            stays the same too: if that has leaked, seal a new one.
            """)

    @Argument(help: ArgumentHelp("The envelope's payload.", valueName: "payload"), completion: .file())
    var payload: String

    @OptionGroup var encrypted: EncryptedKeyOption

    @Option(name: .long, help: ArgumentHelp("Write the new payload here.", valueName: "path"), completion: .file())
    var to: String

    @Option(name: .long, help: ArgumentHelp("Another KMS key; otherwise that of the old envelope.", valueName: "key"))
    var key: String?

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let values = ValueSession(session)
        try values.check("renew an envelope", note: note ?? "", references: [])
        let key = try key.map { try EnvelopeKey.parse($0) }
        let source = try FileSource(payload)
        let envelope = OpenableEnvelope(payload: source, encryptedKey: try encrypted.resolve(for: payload))
        let files = try EnvelopeFiles(payload: to, format: try envelope.format())
        let sealed = try await values.perform { access, context in
            try await RenewEnvelope(
                keys: access.keys, store: access.store, audit: access.audit, policy: access.policy)(
                    envelope, under: key, to: files, note: note ?? "", mode: session.mode, as: context)
        }
        try session.print(envelope: SealedFiles(sealed, payload: files.payload, encryptedKey: files.encryptedKey))
        return .done
    }
}

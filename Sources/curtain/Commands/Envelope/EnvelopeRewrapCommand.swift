import ArgumentParser
import Operations

/// `curtain envelope rewrap PAYLOAD --key KEY`
struct EnvelopeRewrapCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rewrap",
        abstract: "Put an envelope's encrypted key under another KMS key; the payload stays.",
        discussion: """
            For a change of keys. After a leak it does not help: who has the data key or the payload still has it; then \
            use renew, or seal a new content.
            """)

    @Argument(help: ArgumentHelp("The envelope's payload.", valueName: "payload"), completion: .file())
    var payload: String

    @Option(name: .long, help: ArgumentHelp("The KMS key to put it under.", valueName: "key"))
    var key: String

    @Option(
        name: .customLong("encrypted-key"),
        help: ArgumentHelp("The file of the encrypted key; otherwise PAYLOAD-key.", valueName: "file"),
        completion: .file())
    var encryptedKey: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Write the new encrypted key here; otherwise over the old one.", valueName: "path"),
        completion: .file())
    var to: String?

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let old = encryptedKey ?? payload + EnvelopeFiles.keySuffix
        let key = try EnvelopeKey.parse(key)
        let source = try FileSource(payload)
        let text = try EncryptedKeyOption.required(old)
        let file = try NewFile(to ?? old, replaces: to == nil)
        let sealed = try await ValueSession(session).perform { access, context in
            try await RewrapEnvelope(keys: access.keys, audit: access.audit)(
                source, encryptedKey: text, under: key, note: note, mode: session.mode, as: context
            ) { text throws(OperationFailure) in
                try file.write(line: text)
                try file.keep(replacing: to == nil)
            }
        }
        try session.print(envelope: SealedFiles(sealed, payload: payload, encryptedKey: to ?? old))
        return .done
    }
}

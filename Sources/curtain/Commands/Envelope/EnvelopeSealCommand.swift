import ArgumentParser
import Operations

/// `curtain envelope seal FILE --key KEY`
struct EnvelopeSealCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Encrypt a file of any size under a data key of its own.",
        discussion: """
            Writes FILE.envelope and FILE.envelope-key, the encrypted data key in base64, ready for a variable; or with \
            --format aws-encryption-sdk one message that has both. FILE stays as it is.
            """)

    @Argument(help: ArgumentHelp("What to seal; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(name: .long, help: ArgumentHelp("The KMS key: key:alias/NAME, key:ID, an ARN.", valueName: "key"))
    var key: String

    @Option(name: .long, help: "How it lies in files.")
    var format = EnvelopeFormat.curtain

    @Option(name: .long, help: ArgumentHelp("Write the payload here.", valueName: "path"), completion: .file())
    var to: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "More of the encryption context; it is no secret. A name is given as envelope=NAME.",
            valueName: "name=value"))
    var context: [String] = []

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if file == "-", to == nil { throw ValidationError("with - for standard input, --to names the payload.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let payload = to ?? file + ".envelope"
        let name = String((file == "-" ? payload : file).split(separator: "/").last ?? "envelope")
        let context = try EncryptionContext(pairs(name: name))
        let request = SealEnvelope.Request(
            key: try EnvelopeKey.parse(key), format: format, context: context,
            name: context.pairs[EnvelopeName.contextName] ?? name, note: note)
        let source = try FileSource(file)
        let files = try EnvelopeFiles(payload: payload, format: format)
        let sealed = try await ValueSession(session).perform { access, audited in
            try await SealEnvelope(keys: access.keys, audit: access.audit)(
                request, from: source, to: files, mode: session.mode, as: audited)
        }
        try session.print(envelope: SealedFiles(sealed, payload: files.payload, encryptedKey: files.encryptedKey))
        return .done
    }

    private func pairs(name: String) throws -> [String: String] {
        var pairs = [EnvelopeName.contextName: name]
        for pair in context {
            guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else {
                throw UsageFailure("--context takes NAME=VALUE")
            }
            pairs[String(pair[..<mark])] = String(pair[pair.index(after: mark)...])
        }
        return pairs
    }
}

import AWSClient
import AccountAccess
import ArgumentParser
import AuditTrail
import Operations
import StateFiles

/// `curtain audit anchor --key KEY`
struct AuditAnchorCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchor",
        abstract: "Have AWS KMS sign how far the audit trail has come.",
        discussion: """
            Prints the anchor, a line of JSON, and keeps it in audit.anchors.jsonl of the state folder. Keep a copy where \
            nobody who can write here can write: audit verify --anchors checks a trail against it. The key signs \
            (KeyUsage SIGN_VERIFY, best of KeySpec ECC_NIST_P256).
            """)

    @Option(name: .long, help: ArgumentHelp("The KMS key: key:alias/NAME, key:ID, an ARN.", valueName: "key"))
    var key: String

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let key = try EnvelopeKey.parse(key)
        guard let folder = try StateFolder.existing(at: session.folders.state) else {
            throw OperationFailure(.notFound, "nothing has been recorded yet")
        }
        let client = try session.client()
        var context = LocalIdentity.context(incident: try session.incident()?.text)
        context.region = client.configuration.region
        try await context.identify(by: client)
        let anchor = try await AnchorTrail(
            in: folder, audit: AuditTrail(in: folder), signer: AccountSigner(calls: client))(
                with: key, reference: "key:\(key)", as: context)
        try session.print(lines: [anchor.line])
        return .done
    }
}

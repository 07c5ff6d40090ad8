import ArgumentParser
import AuditTrail
import Glibc
import Operations
import SensitiveMemory
import StateFiles
import Watchers

/// `curtain mfa enrol`
struct MFAEnrolCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Make the secret of this installation and show it once, for an authenticator app.",
        discussion: """
            The secret goes to this terminal only. There is one for an installation; to make another, remove mfa.key from \
            the state folder, which the audit trail will show by the next record of this kind.
            """)

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if session.mode.share || session.mode.readOnly {
            throw OperationFailure(.denied, "will not show a secret in share or read-only mode; leave it first")
        }
        guard isatty(STDOUT_FILENO) == 1 else {
            throw OperationFailure(.usage, "the secret is shown on a terminal only")
        }
        if let words = WatcherSearch().watchers().words {
            throw OperationFailure(.denied, "will not show a secret where others see it: \(words)")
        }
        let folder = try StateFolder(at: session.folders.state)
        // On record first: if that fails, nothing is made.
        try AuditTrail(in: folder).append(
            AuditRecord(.mfaEnrolled, .pending, context: LocalIdentity.context(incident: nil)))
        guard try SecondFactorKey.make(in: folder), let secret = try SecondFactorKey.read(in: folder) else {
            throw OperationFailure(
                .failed,
                "a second factor is set up already; remove \(folder.path(of: SecondFactorKey.fileName)) to make another"
            )
        }
        try session.print(lines: [
            "Enter this key into an authenticator app (time based, six digits), then: curtain mfa enter", ""
        ])
        let failure = SecondFactorKey.base32(secret).withUnsafeBytes {
            ValueWriter.write($0, to: STDOUT_FILENO, isTerminal: true)
        }
        if let failure { throw failure }
        return .done
    }
}

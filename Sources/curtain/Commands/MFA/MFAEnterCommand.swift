import ArgumentParser
import AuditTrail
import FoundationEssentials
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// `curtain mfa enter`
struct MFAEnterCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Enter a code of the authenticator; values may be looked at for as long as the configuration says.",
        discussion: "Asks on the terminal, without echo. A code counts once.")

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        if session.options.noInput { throw OperationFailure(.usage, "a code can only be typed; leave --no-input away") }
        let folder = try StateFolder(at: session.folders.state)
        guard let secret = try SecondFactorKey.read(in: folder) else {
            throw OperationFailure(.notFound, "no second factor is set up; run: curtain mfa enrol")
        }
        let history = SecondFactorHistory(session.folders.state, minutes: 15)
        guard !history.isExhausted else {
            throw OperationFailure(.denied, "too many wrong codes; wait a quarter of an hour")
        }
        let step = try await askedStep(TimeCode(secret), after: history.lastStep)
        let record = AuditRecord(
            step == nil ? .mfaRefused : .mfaEntered, step == nil ? .denied : .done,
            context: LocalIdentity.context(incident: nil), version: step.map { String($0) })
        do throws(AuditError) { try AuditTrail(in: folder).append(record) } catch {
            throw OperationFailure(.auditUnwritable, "\(error); the code does not count")
        }
        guard step != nil else { throw OperationFailure(.denied, "the code is wrong, too old, or was entered already") }
        let minutes = session.settings.requireMFAMinutes
        try session.print(lines: [
            minutes > 0
                ? "values may be looked at for \(minutes) minutes"
                : "the code is right; reveal.require_mfa_minutes asks for none"
        ])
        return .done
    }

    /// nil if what was typed is no code of this time.
    private func askedStep(_ codes: TimeCode, after used: UInt64?) async throws -> UInt64? {
        let typed = try await HiddenPrompt.ask("code of the authenticator: ")
        let digits = typed.withUnsafeBytes { bytes in bytes.filter { $0 != 0x20 } }
        guard digits.count == 6, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let code = digits.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
        return codes.step(of: code, at: Date().timeIntervalSince1970, after: used)
    }
}

import AWSClient
import AccountAccess
import Console
import ConsoleViewModels
import FoundationEssentials
import Operations
import SensitiveMemory
import Synchronization

/// Signing in from within the console: the device flow, and the codes of MFA devices.
final class ConsoleSignIn: SigningIn {
    private typealias Waiting = CheckedContinuation<SecretBytes?, Never>

    private let inbox: EventInbox
    private let login: SSOLogin
    private let waiting = Mutex<Waiting?>(nil)

    init(_ session: Session, inbox: EventInbox) throws {
        self.inbox = inbox
        login = SSOLogin(try session.sourceContext())
    }

    /// What would be signed in to; nil where the profile does not sign in by IAM Identity Center.
    var name: String? { login.name }

    func signIn(
        show: @escaping @Sendable (SignInInvitation) -> Void
    ) async throws(OperationFailure) -> String {
        do throws(AWSError) {
            let signIn = try await login.signIn { invitation in
                show(
                    SignInInvitation(
                        code: invitation.userCode, url: invitation.completeURL, plainURL: invitation.url,
                        expires: invitation.expires))
            }
            return "signed in by \(signIn.name) until \(Timestamp.text(Date(timeIntervalSince1970: signIn.expires)))"
        } catch {
            throw OperationFailure(error, cannot: "sign in")
        }
    }

    /// Asks on the screen. A question that nobody has answered yet is given up for the new one.
    func askMFA(_ serial: String) async throws(AWSError) -> String {
        let code = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: Waiting) in
                let older = waiting.withLock { waiting -> Waiting? in
                    defer { waiting = continuation }
                    return waiting
                }
                older?.resume(returning: nil)
                inbox.post(.mfaAsked(serial))
            }
        } onCancel: {
            answer(nil)
        }
        guard let code else {
            throw AWSError(
                .noCredentials, operation: "credentials", code: "MFARequired", message: "no MFA code was entered")
        }
        return try MFAQuestion.code(code.withUnsafeBytes { Array($0) })
    }

    func answer(_ code: SecretBytes?) {
        waiting.withLock { $0.take() }?.resume(returning: code)
    }
}

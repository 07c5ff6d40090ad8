import ConsoleViewModels
import Operations
import SensitiveMemory

/// The ability to sign in from within the console, and to hand on what a person types for it.
public protocol SigningIn: Sendable {
    /// Signs in by the device flow; the words say as whom and until when. `show` is called once there is a code.
    func signIn(
        show: @escaping @Sendable (SignInInvitation) -> Void
    ) async throws(OperationFailure) -> String
    /// The code of the device that was asked for with `ConsoleEvent.mfaAsked`; nil if the person did not want to.
    func answer(_ code: SecretBytes?)
}

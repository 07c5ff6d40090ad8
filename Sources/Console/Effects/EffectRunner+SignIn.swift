import ConsoleViewModels
import Operations

extension EffectRunner {
    func signIn() {
        start(.signIn) { [world, inbox] in
            do throws(OperationFailure) {
                guard let signingIn = world.signingIn else {
                    throw OperationFailure(.ownFault, "there is no way to sign in from here")
                }
                let words = try await signingIn.signIn { inbox.post(.signInInvited($0)) }
                inbox.post(.signedIn(words))
            } catch {
                inbox.post(.signInFailed(Problem(error)))
            }
        }
    }
}

import Glibc
import Operations

/// Has a person type a word before something severe is done.
enum TypedConfirmation {
    /// Whether there is anybody to ask.
    static func canAsk(_ session: Session) -> Bool { !session.options.noInput && isatty(STDIN_FILENO) == 1 }

    /// Throws `interrupted` unless the word is typed.
    static func require(_ word: String, _ question: String) throws(OperationFailure) {
        StandardError.line("\(question) Type \(word) to go on:")
        guard readLine() == word else { throw OperationFailure(.interrupted, "nothing was changed") }
    }
}

import ArgumentParser
import Glibc
import Operations

/// `--overlap` or `--cutover`.
enum TransitionFlag: String, EnumerableFlag {
    case overlap, cutover

    static func help(for value: TransitionFlag) -> ArgumentHelp? {
        switch value {
        case .overlap: "The old and the new value work side by side: API keys, two access keys, alternating users."
        case .cutover: "The old value dies when the target takes the new one: one password."
        }
    }

    var transition: Transition {
        switch self {
        case .overlap: .overlap
        case .cutover: .cutover
        }
    }

    /// Asks on a terminal; nil where there is none, which is then refused.
    static func ask(_ session: Session) -> Transition? {
        guard !session.options.noInput, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        StandardError.line(
            "Do the old and the new value work side by side (overlap), or does the old one die (cutover)?")
        return readLine(strippingNewline: true).flatMap { Transition(rawValue: $0) }
    }
}

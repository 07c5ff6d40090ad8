/// Why there is no terminal to draw on. Each is one line that says what to do.
public enum TerminalStartError: Error, Hashable, Sendable {
    /// Standard input or output is a pipe or a file.
    case notATerminal
    /// TERM is not set.
    case noName
    /// No entry for this TERM in the terminfo database, nor for one that is like it.
    case unknown(String)
    /// The terminal cannot move its cursor (TERM=dumb and printers).
    case cannotAddressCursor(String)
    /// The C library gave no memory or descriptor.
    case system(code: Int32)
}

extension TerminalStartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notATerminal: "the console needs a terminal for input and output; see curtain --help for the commands"
        case .noName: "TERM is not set; set it to what the terminal is (often xterm-256color)"
        case .unknown(let name):
            TerminalName(text: name).candidates.count > 1
                ? "there is no terminfo entry for TERM=\(name), nor one that it could borrow; install ncurses-base, or set "
                    + "TERMINFO to a terminfo database"
                : "TERM=\(name) is not in the terminfo database; set TERM to one that is (often xterm-256color)"
        case .cannotAddressCursor(let name):
            "TERM=\(name) cannot move its cursor; use the commands instead (curtain --help)"
        case .system(let code): "the terminal could not be opened (errno \(code))"
        }
    }
}

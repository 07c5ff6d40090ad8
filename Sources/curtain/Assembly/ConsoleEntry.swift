import Glibc

/// The way into the console.
enum ConsoleEntry {
    /// Whether there is a terminal to draw on; the reason if there is none.
    static func obstacle(_ environment: ProcessEnvironment) -> String? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return "the console needs a terminal on standard input and output"
        }
        guard let term = environment["TERM"] else { return "the console needs a terminal, and TERM is not set" }
        return term == "dumb" ? "the console needs more of a terminal than TERM=dumb" : nil
    }
}

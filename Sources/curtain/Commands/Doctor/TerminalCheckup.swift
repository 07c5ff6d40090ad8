import Glibc
import TerminalCanvas
import Watchers

/// What the terminal can do, and who may be recording it.
struct TerminalCheckup {
    private let environment: ProcessEnvironment

    init(_ environment: ProcessEnvironment) { self.environment = environment }

    func findings() -> [DoctorFinding] {
        [terminal, size, colours, characters] + recorders
    }

    private var terminal: DoctorFinding {
        if let obstacle = ConsoleEntry.obstacle(environment) {
            return DoctorFinding(
                "terminal", .warn, obstacle, advice: "the commands work without; start the console in a terminal")
        }
        return DoctorFinding("terminal", .ok, "TERM=\(environment["TERM"] ?? "")")
    }

    /// The corresponding C function is ioctl with TIOCGWINSZ.
    private var size: DoctorFinding {
        var window = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else {
            return DoctorFinding("window", .ok, "no window: standard output is no terminal")
        }
        let words = "\(window.ws_col)x\(window.ws_row)"
        if window.ws_col >= 80, window.ws_row >= 24 { return DoctorFinding("window", .ok, words) }
        return DoctorFinding("window", .warn, words, advice: "the console needs at least 80x24")
    }

    private var colours: DoctorFinding {
        let environment = environment
        let decision = ColourPolicy(environment: { environment[$0] })
            .decide(.init(colours: 256, isTerminal: isatty(STDOUT_FILENO) == 1))
        return DoctorFinding("colours", .ok, "\(decision.depth) (\(decision.reason))")
    }

    private var characters: DoctorFinding {
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
        let folded = locale.lowercased()
        if folded.hasSuffix("utf-8") || folded.hasSuffix("utf8") { return DoctorFinding("characters", .ok, locale) }
        return DoctorFinding(
            "characters", .warn, locale.isEmpty ? "no locale is set" : "the locale is \(locale)",
            advice: "set LANG=C.UTF-8, or signs and names are drawn in ASCII")
    }

    private var recorders: [DoctorFinding] {
        var found = WatcherSearch().watchers().map { watcher in
            DoctorFinding(
                "recorder", .warn, watcher.words, advice: "the console begins in share mode, and reveal refuses")
        }
        if environment["TMUX"] != nil {
            found.append(
                DoctorFinding(
                    "recorder", .warn, "tmux keeps what a pane showed",
                    advice: "the console uses the alternate screen; do not reveal into the plain pane"))
        }
        return found
    }
}

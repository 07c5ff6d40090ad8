import CSupervisor
import Glibc

/// The way into the console.
enum ConsoleEntry {
    /// Opens the console, and ends the process when it has been left; returns only if it cannot be opened. Must be
    /// called on the main thread, before the process has a second one.
    ///
    /// What is wrong with the configuration is said in one line before the screen is taken over.
    static func open(_ options: GlobalOptions, environment: ProcessEnvironment) -> ExitStatus {
        do {
            try PlaceScope.one.check(options)
            let session = try Session(options: options, environment: environment)
            // The parent never comes back from here; if there can be none, the console runs unwatched.
            _ = csupervisor_start()
            let console = try ConsoleAssembly(session)
            try MainActor.assumeIsolated { try console.run() }
        } catch {
            let report = FailureReport(error)
            if let line = report.line { StandardError.line(line) }
            return report.status
        }
    }

    /// Whether there is a terminal to draw on; the reason if there is none. Line mode works on any terminal.
    static func obstacle(_ environment: ProcessEnvironment, lines: Bool = false) -> String? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return "the console needs a terminal on standard input and output"
        }
        if lines || environment["CURTAIN_ACCESSIBLE"] == "1" { return nil }
        guard let term = environment["TERM"] else { return "the console needs a terminal, and TERM is not set" }
        return term == "dumb" ? "the console needs more of a terminal than TERM=dumb (--accessible does not)" : nil
    }
}

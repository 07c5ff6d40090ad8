import Glibc

/// A child process with a terminal of its own, on which a test types. It is killed when it does not end in a minute.
final class TerminalRun: Sendable {
    let id: pid_t
    private let terminal: PseudoTerminal

    /// Standard input and error are the terminal; standard output goes to the file.
    init(_ program: String, _ arguments: [String], environment: [String], output: String) throws {
        terminal = try PseudoTerminal()
        var name = [CChar](repeating: 0, count: 128)
        guard ttyname_r(terminal.terminal, &name, name.count) == 0 else {
            throw PseudoTerminal.NotOpened(errno: errno)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens is the session's.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID, which the module map hides.
        posix_spawnattr_setflags(&attributes, 0x80)
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var id: pid_t = 0
        let number = posix_spawn(&id, program, &actions, &attributes, argv, envp)
        guard number == 0 else { throw ProcessRun.NotStarted(program: program, errno: number) }
        self.id = id
    }

    func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(terminal.controller, $0.baseAddress, $0.count) }
    }

    /// Whether the terminal shows what is typed.
    var echoes: Bool {
        var modes = termios()
        return tcgetattr(terminal.terminal, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
    }

    /// What has been painted until the text is seen, or the time is over.
    func read(until text: String) async throws -> String {
        var seen = ""
        for _ in 0..<4000 {
            seen += terminal.text()
            if seen.contains(text) { return seen }
            try await Task.sleep(for: .milliseconds(5))
        }
        return seen
    }

    /// Waits for the end: the exit code, or 128 and the signal's number; and what else was painted.
    func end() async throws -> (status: Int32, painted: String) {
        var status: Int32 = 0
        var painted = ""
        for _ in 0..<12_000 {
            painted += terminal.text()
            if waitpid(id, &status, WNOHANG) == id {
                let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
                return (code, painted + terminal.text())
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        kill(id, SIGKILL)
        waitpid(id, &status, 0)
        return (128 + SIGKILL, painted)
    }
}

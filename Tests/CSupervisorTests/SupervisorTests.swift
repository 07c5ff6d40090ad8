import Glibc
import TerminalDriver
import Testing

/// The supervising parent on a real terminal with a real shell, around a console of a few lines (`SupervisorProbe`).
@Suite("The supervising parent", .serialized)
struct SupervisorTests {
    private static let canary = "CANARY-7c1d"
    private let probe = Program.builtProducts() + "/SupervisorProbe"

    /// The console on a shell, and the ids of the child and its parent.
    private func start(
        _ command: String? = nil, greeting: String = "ready"
    ) throws -> (TmuxTerminal, child: pid_t, parent: pid_t) {
        let terminal = try TmuxTerminal.shell()
        try terminal.enter("before=$(stty -g)")
        try terminal.enter((command ?? probe) + "; echo status=$?")
        let (child, parent) = try processes(terminal, greeting)
        return (terminal, child, parent)
    }

    private func processes(_ terminal: TmuxTerminal, _ greeting: String) throws -> (pid_t, pid_t) {
        let words = try terminal.wait(for: " .\n").split(whereSeparator: \.isWhitespace)
        let index = try #require(words.firstIndex(of: "pids"))
        #expect(words[index - 1] == greeting)
        return (try #require(pid_t(words[index + 1])), try #require(pid_t(words[index + 2])))
    }

    private func expectShellAsBefore(_ terminal: TmuxTerminal) throws {
        #expect(try !terminal.history().contains(Self.canary))
        #expect(try terminal.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
        try terminal.enter("[ \"$(stty -g)\" = \"$before\" ] && echo same-$((40+2))")
        try terminal.wait(for: "same-42")
    }

    @Test("a console that leaves by itself hands on its status")
    func leaves() throws {
        let (terminal, _, _) = try start()
        try terminal.key("q")
        try terminal.wait(for: "status=7")
        try expectShellAsBefore(terminal)
    }

    @Test("the settings come back even if the console did not tidy up")
    func untidy() throws {
        let (terminal, _, _) = try start()
        try terminal.key("x")
        try terminal.wait(for: "status=3")
        try terminal.enter("[ \"$(stty -g)\" = \"$before\" ] && echo same-$((40+2))")
        try terminal.wait(for: "same-42")
    }

    @Test(
        "whatever kills the console, the shell's screen is back, and nothing of it stays",
        arguments: [(SIGKILL, 137), (SIGSEGV, 139), (SIGABRT, 134)])
    func killed(signal: Int32, status: Int) throws {
        let (terminal, child, _) = try start()
        #expect(try terminal.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "1 0 1")
        kill(child, signal)
        try terminal.wait(for: "status=\(status)")
        try expectShellAsBefore(terminal)
    }

    @Test("Ctrl-Z in the console is a stopped job; fg brings it back with the terminal")
    func suspended() throws {
        let (terminal, child, _) = try start()
        for _ in 0..<2 {
            try terminal.key("z")
            try terminal.wait(for: "Stopped")
            try expectShellAsBefore(terminal)
            try terminal.enter("clear; fg; echo status=$?")
            #expect(try processes(terminal, "again").0 == child)
        }
        try terminal.key("q")
        try terminal.wait(for: "status=7")
    }

    @Test("a console stopped by others leaves nothing on the screen and comes back with fg")
    func stoppedFromOutside() throws {
        let (terminal, child, _) = try start()
        kill(child, SIGSTOP)
        try terminal.wait(for: "Stopped")
        try expectShellAsBefore(terminal)
        try terminal.enter("clear; fg; echo status=$?")
        _ = try processes(terminal, "again")
        try terminal.key("q")
        try terminal.wait(for: "status=7")
    }

    @Test("a script that started the console stops and goes on with it")
    func script() throws {
        let (terminal, _, _) = try start("bash -c '\(probe); echo inner=$?'")
        try terminal.key("z")
        try terminal.wait(for: "Stopped")
        try terminal.enter("clear; fg; echo status=$?")
        _ = try processes(terminal, "again")
        try terminal.key("q")
        try terminal.wait(for: "inner=7")
    }

    @Test("started in the background it waits for fg")
    func background() throws {
        let terminal = try TmuxTerminal.shell()
        try terminal.enter("\(probe) &")
        for _ in 0..<50 where try !terminal.screen().contains("Stopped") {
            try terminal.enter("jobs")
            usleep(50_000)
        }
        try terminal.enter("clear; fg; echo status=$?")
        _ = try terminal.wait(for: "pids")
        try terminal.key("q")
        try terminal.enter("echo status=$?")
        try terminal.wait(for: "status=7")
    }

    @Test("without a shell that could continue it, suspending goes on at once")
    func orphaned() throws {
        let terminal = try TmuxTerminal(probe)
        try terminal.wait(for: "ready")
        try terminal.key("z")
        try terminal.wait(for: "again")
        try terminal.key("q")
        // tmux learns of the closed terminal and of the status one after the other.
        for _ in 0..<500 where try terminal.format("#{pane_dead_status}").isEmpty {
            usleep(20_000)
            try terminal.collect()
        }
        #expect(try terminal.format("#{pane_dead} #{pane_dead_status}") == "1 7")
    }

    @Test("SIGTERM to the parent reaches the console, stopped or not", arguments: [false, true])
    func terminated(stopped: Bool) throws {
        let (terminal, _, parent) = try start()
        if stopped {
            try terminal.key("z")
            try terminal.wait(for: "Stopped")
        }
        kill(parent, SIGTERM)
        if stopped {
            try terminal.enter("clear; fg; echo status=$?")
        }
        try terminal.wait(for: "status=15")
        try expectShellAsBefore(terminal)
    }

    @Test("when the parent is killed, the console gets SIGHUP and leaves")
    func parentKilled() throws {
        let marker = "/tmp/curtain-hangup-\(getpid())-\(UInt32.random(in: .min ... .max))"
        defer { unlink(marker) }
        let (terminal, child, parent) = try start("\(probe) \(marker)")
        kill(parent, SIGKILL)
        try terminal.wait(for: "status=137")
        for _ in 0..<500 where kill(child, 0) == 0 { usleep(20_000) }
        #expect(kill(child, 0) == -1 && errno == ESRCH)
        #expect(access(marker, F_OK) == 0)
    }

    @Test("the parent has little memory of its own")
    func memory() throws {
        let (terminal, _, parent) = try start()
        let rollup = try Program.run("grep", ["^Private_", "/proc/\(parent)/smaps_rollup"])
        let kibibytes = rollup.split(separator: "\n").compactMap { line in
            line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        }
        #expect(kibibytes.reduce(0, +) < 2048)
        try terminal.key("q")
        try terminal.wait(for: "status=7")
    }
}

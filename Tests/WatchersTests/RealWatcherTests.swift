import Glibc
import TerminalDriver
import Testing

@testable import Watchers

/// The programs themselves, in terminals of the test's own.
@Suite("Real recorders and second viewers", .serialized)
struct RealWatcherTests {
    private static let probe = Program.builtProducts() + "/WatcherProbe"

    private static func isInstalled(_ program: String) -> Bool { access("/usr/bin/" + program, X_OK) == 0 }

    @Test("tmux: nobody, a second client, a pipe, nobody again")
    func tmux() throws {
        let terminal = try TmuxTerminal("\(Self.probe)")
        try terminal.wait(for: "seen: nobody.")
        let socket = try terminal.format("#{socket_path}")
        let first = try TmuxTerminal("env -u TMUX tmux -S \(socket) attach")
        try terminal.wait(format: "#{session_attached}", is: "1")
        try terminal.enter("")
        try terminal.wait(for: "seen: nobody.\n\nseen: nobody.")
        let second = try TmuxTerminal("env -u TMUX tmux -S \(socket) attach")
        try terminal.wait(format: "#{session_attached}", is: "2")
        try terminal.enter("")
        try terminal.wait(for: "seen: tmux shows this pane on 2 terminals.")
        _ = try Program.run("tmux", ["-S", socket, "pipe-pane", "cat >/dev/null"])
        try terminal.enter("")
        try terminal.wait(for: "seen: tmux shows this pane on 2 terminals; tmux pipes this pane into a program.")
        withExtendedLifetime((first, second)) {}
    }

    @Test(
        "script, asciinema, ttyrec", .enabled(if: isInstalled("script")),
        arguments: [
            ("script", "script -qec %P /dev/null", "script(1) records this terminal"),
            ("asciinema", "env LC_ALL=C.UTF-8 asciinema rec -q -c %P /dev/null", "asciinema records this terminal"),
            ("ttyrec", "ttyrec -e %P /dev/null", "ttyrec records this terminal")
        ])
    func recorders(program: String, command: String, words: String) throws {
        guard Self.isInstalled(program) else { return }
        let parts = command.split(separator: "%", maxSplits: 1)
        let terminal = try TmuxTerminal(parts[0] + Self.probe + parts[1].dropFirst())
        try terminal.wait(for: "seen: \(words).")
    }

    @Test("a recorder around the terminal on which tmux is shown")
    func around() throws {
        let terminal = try TmuxTerminal("\(Self.probe)")
        let socket = try terminal.format("#{socket_path}")
        let viewer = try TmuxTerminal("script -qec 'env -u TMUX tmux -S \(socket) attach' /dev/null")
        try terminal.wait(format: "#{session_attached}", is: "1")
        try terminal.enter("")
        try terminal.wait(for: "seen: script(1) records this terminal.")
        withExtendedLifetime(viewer) {}
    }

    @Test("screen: nobody, then a second display", .enabled(if: isInstalled("screen")))
    func screen() throws {
        let name = "curtain-test-\(getpid())"
        // The session's server outlives its displays.
        defer { _ = try? Program.run("screen", ["-S", name, "-X", "quit"]) }
        let terminal = try TmuxTerminal("screen -S \(name) \(Self.probe)")
        try terminal.wait(for: "seen: nobody.")
        let second = try TmuxTerminal("screen -x \(name)")
        try second.wait(for: "seen: nobody.")
        try terminal.enter("")
        try terminal.wait(for: "seen: screen shows this session on 2 terminals.")
    }

    @Test("a program that hangs is given up after its time, one that fails has said nothing")
    func questions() {
        #expect(BoundedQuestion.ask("/bin/echo", ["a"], milliseconds: 5000) == "a\n")
        #expect(BoundedQuestion.ask("/bin/sleep", ["60"], milliseconds: 50) == nil)
        #expect(BoundedQuestion.ask("/bin/false", [], milliseconds: 5000) == nil)
        #expect(BoundedQuestion.ask("/nonexistent", [], milliseconds: 5000) == nil)
        #expect(BoundedQuestion.ask("/usr/bin/env", [], milliseconds: 5000) == "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\n")
    }
}

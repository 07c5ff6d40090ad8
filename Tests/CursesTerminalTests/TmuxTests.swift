import Glibc
import TerminalDriver
import Testing

/// The terminal on a real one, by way of a console of a few lines (`TerminalProbe`).
@Suite("In tmux", .serialized)
struct TmuxTests {
    private let probe = Program.builtProducts() + "/TerminalProbe"

    private func start(_ name: String = "tmux-256color", command: String? = nil) throws -> TmuxTerminal {
        let terminal = try TmuxTerminal.shell()
        try terminal.enter("TERM=\(name) LANG=C.UTF-8 \(command ?? probe); echo status=$?")
        return terminal
    }

    @Test(
        "it draws, moves and gives the terminal back",
        arguments: ["xterm-256color", "tmux-256color", "screen", "screen-256color", "xterm-kitty", "alacritty-nonsense"]
    )
    func draws(name: String) throws {
        let terminal = try start(name)
        let screen = try terminal.wait(for: "ready")
        #expect(screen.contains("curtain probe"))
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        // Wide letters, marks and emoji leave the column behind them where it is.
        #expect(rows[1...20].allSatisfy { $0.hasSuffix("|") })
        #expect(rows[4].contains("<U+202E>evil<U+001B>[2J-4"))
        #expect(try terminal.format("#{alternate_on} #{cursor_y}") == "1 3")
        try terminal.key("Down")
        try terminal.key("j")
        try terminal.key("F5")
        try terminal.wait(for: "key function(5)")
        try terminal.wait(format: "#{cursor_y}", is: "5")
        try terminal.key("q")
        try terminal.wait(for: "status=0")
        #expect(try terminal.format("#{alternate_on} #{cursor_flag}") == "0 1")
    }

    @Test("a terminal that cannot be used is refused in a line", arguments: ["dumb", "no-such-terminal", "\"\""])
    func refuses(name: String) throws {
        let terminal = try start(name)
        let screen = try terminal.wait(for: "status=64")
        #expect(screen.contains(name == "\"\"" ? "TERM is not set" : "TERM=\(name) "))
    }

    @Test("a resize is followed, a paste is one event, an escape is the key, an answer is none")
    func events() throws {
        let terminal = try start()
        try terminal.wait(for: "ready")
        try terminal.resize(rows: 30, columns: 100)
        let screen = try terminal.wait(for: "resized 30 100")
        #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count >= 30)
        try terminal.paste("qqq rm -rf")
        try terminal.wait(for: "paste 10: qqq rm -rf")
        try terminal.key("Escape")
        try terminal.wait(for: "key escape")
        try terminal.send(bytes: "1b 5d 31 31 3b 72 67 62 3a 71 71 71 71 2f 71 2f 71 07")
        try terminal.key("F1")
        try terminal.wait(for: "key function(1)")
    }

    @Test("what was shown is gone after closing, and after suspending")
    func shown() throws {
        let terminal = try start()
        try terminal.wait(for: "ready")
        try terminal.key("x")
        try terminal.wait(for: "CANARY-52f0")
        try terminal.key("X")
        try terminal.key("F2")
        try terminal.wait(for: "key function(2)")
        #expect(try !terminal.history().contains("CANARY"))
        try terminal.key("x")
        try terminal.wait(for: "CANARY-52f0")
        try terminal.key("C-z")
        try terminal.wait(for: "Stopped")
        #expect(try !terminal.history().contains("CANARY"))
        #expect(try terminal.format("#{alternate_on}") == "0")
        try terminal.enter("fg")
        try terminal.wait(for: "resumed")
        #expect(try terminal.format("#{alternate_on}") == "1")
        #expect(try !terminal.history().contains("CANARY"))
        try terminal.key("q")
        try terminal.wait(format: "#{alternate_on} #{cursor_flag}", is: "0 1")
    }
}

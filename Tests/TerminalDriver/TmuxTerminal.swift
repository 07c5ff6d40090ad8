import Glibc

/// A real terminal for a test: a tmux server of its own, ended with the test.
public final class TmuxTerminal {
    /// That something did not appear in ten seconds, and what was on the screen instead.
    public struct NeverAppeared: Error {
        public let text: String
        public let screen: String
    }

    private let socket = "curtain-test-\(getpid())-\(UInt32.random(in: .min ... .max))"

    /// Starts the command in a terminal of 80 columns and 24 rows.
    public init(_ command: String) throws {
        // The option before the session: the command may end at once.
        _ = try tmux(
            "-f", "/dev/null", "start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";", "new-session",
            "-d",
            "-x", "80", "-y", "24", command)
    }

    /// A shell with job control that reads nobody's settings.
    public static func shell() throws -> TmuxTerminal {
        let terminal = try TmuxTerminal("env PS1='$ ' HISTFILE= bash --norc --noprofile -i")
        try terminal.wait(for: "$\n")
        return terminal
    }

    deinit { _ = try? tmux("kill-server") }

    /// Types the text and the return key.
    public func enter(_ text: String) throws {
        _ = try tmux("send-keys", "-l", text)
        try key("Enter")
    }

    /// Presses a key, in tmux's words.
    public func key(_ name: String) throws { _ = try tmux("send-keys", name) }

    /// What is on the screen.
    public func screen() throws -> String { try tmux("capture-pane", "-p") }

    /// What is on the screen and in its history.
    public func history() throws -> String { try tmux("capture-pane", "-p", "-S", "-") }

    /// Gives the window another size.
    public func resize(rows: Int, columns: Int) throws {
        _ = try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// Pastes the text as a person does: between marks where the program has asked for them.
    public func paste(_ text: String) throws {
        _ = try tmux("set-buffer", text)
        _ = try tmux("paste-buffer", "-p")
    }

    /// Bytes that arrive as if the terminal had sent them, in hexadecimal.
    public func send(bytes: String) throws {
        _ = try Program.run("tmux", ["-L", socket, "send-keys", "-H"] + bytes.split(separator: " ").map { String($0) })
    }

    /// A value of tmux's format language.
    public func format(_ format: String) throws -> String {
        String(try tmux("display-message", "-p", format).prefix { $0 != "\n" })
    }

    /// Waits until the text is on the screen and gives the whole screen.
    @discardableResult
    public func wait(for text: String) throws -> String {
        var seen = ""
        for _ in 0..<500 {
            seen = try screen()
            if seen.contains(text) { return seen }
            usleep(20_000)
        }
        throw NeverAppeared(text: text, screen: seen)
    }

    /// Waits until a value of tmux's format language is as it should be.
    public func wait(format: String, is expected: String) throws {
        var seen = ""
        for _ in 0..<500 {
            seen = try self.format(format)
            if seen == expected { return }
            usleep(20_000)
        }
        throw NeverAppeared(text: "\(format) \(expected)", screen: seen)
    }

    /// Lets tmux look for children that have ended: version 3.3 may miss that one ended soon after it was stopped.
    public func collect() throws { _ = try tmux("run-shell", "true") }

    private func tmux(_ arguments: String...) throws -> String {
        try Program.run("tmux", ["-L", socket] + arguments)
    }
}

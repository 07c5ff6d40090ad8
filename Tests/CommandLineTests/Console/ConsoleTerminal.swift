import Emulator
import TerminalDriver

/// The console of the built binary in a terminal of its own, on a played account.
struct ConsoleTerminal {
    /// In a shell that goes on behind the console: tmux may drop the last words of a pane's only program.
    static let kept = "sh -c '%; sleep 600'"

    let terminal: TmuxTerminal

    /// - Parameter around: a command that runs `%` in a terminal of its own, such as a recorder.
    init(_ played: PlayedWorld, around: String = "sh -c '%'", environment: [String: String?] = [:]) throws {
        let variables = CurtainBinary.entries(
            played.world, ["AWS_ENDPOINT_URL": played.aws.url, "TERM": nil].merging(environment) { $1 })
        let command =
            "env -i TMUX=\"$TMUX\" TMUX_PANE=\"$TMUX_PANE\" TERM=\"$TERM\" "
            + variables.joined(separator: " ") + " " + (try CurtainBinary.path())
        let parts = around.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        terminal = try TmuxTerminal(parts.count == 2 ? parts[0] + command + parts[1] : command)
    }

    /// Types LEAVE after S.
    func leaveShareMode() throws {
        try terminal.key("S")
        try terminal.wait(for: "type LEAVE")
        try terminal.enter("LEAVE")
        try terminal.wait(for: "share mode is off")
    }

    /// Another terminal on which the console is shown, of the same size.
    func viewer() throws -> TmuxTerminal {
        let socket = try terminal.format("#{socket_path}")
        _ = try Program.run("tmux", ["-S", socket, "set-option", "-g", "status", "off"])
        return try TmuxTerminal("env -u TMUX tmux -S \(socket) attach")
    }

    /// Asks for what is selected with a note, and confirms.
    func reveal(note: String) throws {
        try terminal.key("x")
        try terminal.wait(for: "Cancel")
        try terminal.enter(note)
        try terminal.key("Enter")
    }
}

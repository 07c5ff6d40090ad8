extension WatcherSearch {
    /// - Parameter server: the variable TMUX: the socket, the server's process and a session's number (tmux(1),
    ///   "ENVIRONMENT").
    /// - Parameter pane: TMUX_PANE, `%3`.
    func tmuxWatchers(server: String, pane: String, clients: inout [Int32]) -> [Watcher] {
        let parts = server.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 2, let process = Int32(parts[parts.count - 2]) else { return [] }
        let socket = parts.dropLast(2).joined(separator: ",")
        // A variable that was left behind by a server that is gone.
        guard surroundings.exists(socket), let seen = surroundings.process(process) else { return [] }
        guard WatchingProgram(seen) != .tmate else { return [.program(.tmate)] }
        // The running server's own binary speaks its protocol, whatever PATH finds.
        guard
            let answer = surroundings.ask(
                "/proc/\(process)/exe",
                [
                    "-S", socket, "list-clients", "-F", "client #{session_id} #{client_pid}", ";", "list-panes", "-a",
                    "-F",
                    "pane #{session_id} #{pane_id} #{pane_pipe}"
                ])
        else { return [.silent(multiplexer: "tmux")] }
        let view = TmuxView(answer, pane: pane)
        clients += view.clients
        return (view.clients.count > 1 ? [.tmuxClients(view.clients.count)] : []) + (view.isPiped ? [.tmuxPipe] : [])
    }
}

/// Who sees one pane, out of tmux's answer.
struct TmuxView: Equatable {
    /// The processes of the clients that are attached to a session in which the pane's window is.
    private(set) var clients: [Int32] = []
    private(set) var isPiped = false

    /// - Parameter answer: lines `client SESSION PROCESS` and `pane SESSION PANE PIPED`. A window may be linked into
    ///   several sessions; then its panes come several times.
    init(_ answer: String, pane: String) {
        let lines = answer.split(separator: "\n").map { $0.split(separator: " ") }
        let own = lines.filter { $0.count == 4 && $0[0] == "pane" && $0[2] == pane }
        let sessions = Set(own.map { $0[1] })
        isPiped = own.contains { $0[3] == "1" }
        clients = lines.compactMap { line in
            line.count == 3 && line[0] == "client" && sessions.contains(line[1]) ? Int32(line[2]) : nil
        }
    }
}

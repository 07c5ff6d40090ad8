/// Looks for whoever else sees this terminal: recorders among the parents and in the environment, further terminals
/// and pipes of tmux and screen, and the same again around each terminal on which tmux or screen is shown.
///
/// Takes a millisecond or two without a multiplexer and some five with one; a second at most if tmux hangs. To be asked
/// at the start and again before every reveal, and not on the main thread.
public struct WatcherSearch: Sendable {
    /// tmux in screen in tmux is looked through; whoever nests deeper is not followed.
    private static let depth = 4

    let surroundings: any TerminalSurroundings

    public init(_ surroundings: any TerminalSurroundings = SystemSurroundings()) {
        self.surroundings = surroundings
    }

    /// Everyone who was found, each once, in the order they were found in.
    public func watchers() -> [Watcher] {
        var found: [Watcher] = []
        var seen: Set<Int32> = []
        var next = [surroundings.ownProcess]
        for _ in 0..<Self.depth where !next.isEmpty {
            var outer: [Int32] = []
            for process in next where seen.insert(process).inserted {
                for watcher in around(process, outer: &outer) where !found.contains(watcher) { found.append(watcher) }
            }
            next = outer
        }
        return found
    }

    /// Who sees the terminal of one process. Adds the processes through which a multiplexer shows it further out.
    private func around(_ process: Int32, outer: inout [Int32]) -> [Watcher] {
        let variables = surroundings.variables(
            WatchingProgram.allVariables + ["TMUX", "TMUX_PANE", "STY"], of: process)
        let programs = WatchingProgram.allCases.filter { program in
            program.variables.contains { variables[$0]?.isEmpty == false }
        }
        let parents = parents(of: process).compactMap(WatchingProgram.init)
        var found = (programs + parents).map(Watcher.program)
        // A pane of tmux in a window of screen has both; the one that is not the innermost answers for itself.
        if let tmux = variables["TMUX"], let pane = variables["TMUX_PANE"] {
            found += tmuxWatchers(server: tmux, pane: pane, clients: &outer)
        }
        if let session = variables["STY"] { found += screenWatchers(session: session, clients: &outer) }
        return found
    }

    /// The process and those above it, the nearest first.
    private func parents(of process: Int32) -> [SeenProcess] {
        var chain: [SeenProcess] = []
        var id = process
        while id > 0, chain.count < 64, let next = surroundings.process(id) {
            chain.append(next)
            id = next.parent
        }
        return chain
    }
}

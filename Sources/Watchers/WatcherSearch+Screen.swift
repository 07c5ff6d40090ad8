extension WatcherSearch {
    /// GNU screen has no question for its displays. Its server holds each display's terminal open, and each log.
    ///
    /// - Parameter session: the variable STY, `1234.pts-0.host`: the server's process comes first (screen(1)).
    func screenWatchers(session: String, clients: inout [Int32]) -> [Watcher] {
        guard let server = Int32(session.prefix { $0 != "." }), let seen = surroundings.process(server),
            seen.name == "screen"
        else { return [] }
        let attached = surroundings.processes(named: "screen").filter { $0.id != server && $0.terminal != nil }
        guard let files = surroundings.openFiles(of: server) else {
            // Where screen is installed with a group of its own, nobody may look into it. With one client anywhere
            // there is no second one here.
            return attached.count > 1 ? [.silent(multiplexer: "screen")] : []
        }
        let displays = Set(files.filter { $0.hasPrefix("/dev/pts/") || $0.hasPrefix("/dev/tty") })
        clients += attached.filter { $0.terminal.map(displays.contains) ?? false }.map(\.id)
        let isLogged = files.contains { $0.hasPrefix("/") && !$0.hasPrefix("/dev/") && !$0.hasPrefix("/proc/") }
        return (displays.count > 1 ? [.screenDisplays(displays.count)] : []) + (isLogged ? [.screenLog] : [])
    }
}

/// Programs that record a terminal or let others see it. The raw value is the program's own name.
public enum WatchingProgram: String, CaseIterable, Sendable {
    case asciinema, script, termtosvg, terminalizer, tlog, ttyrec, vhs
    case gotty, tmate, ttyd, ttyShare = "tty-share", upterm

    var words: String {
        switch self {
        case .asciinema, .termtosvg, .terminalizer, .tlog, .ttyrec, .vhs: "\(rawValue) records this terminal"
        case .script: "script(1) records this terminal"
        case .gotty, .tmate, .ttyd, .ttyShare, .upterm: "\(rawValue) shares this terminal"
        }
    }

    /// What the program sets in the environment of what it records, by its own documentation.
    ///
    /// asciinema 2 sets ASCIINEMA_REC, 3 ASCIINEMA_SESSION (docs.asciinema.org, "Configuration"); `vhs record` sets
    /// VHS_RECORD; upterm UPTERM_ADMIN_SOCKET (`upterm session current --help`); BSD's script(1) SCRIPT. The others
    /// set nothing and are found among the parents.
    var variables: [String] {
        switch self {
        case .asciinema: ["ASCIINEMA_REC", "ASCIINEMA_SESSION"]
        case .script: ["SCRIPT"]
        case .vhs: ["VHS_RECORD"]
        case .upterm: ["UPTERM_ADMIN_SOCKET"]
        case .termtosvg, .terminalizer, .tlog, .ttyrec, .gotty, .tmate, .ttyd, .ttyShare: []
        }
    }

    static let allVariables = allCases.flatMap(\.variables)

    /// The program that a process is; nil if it is none of them.
    init?(_ process: SeenProcess) {
        for name in [process.name] + process.arguments.prefix(1).map(Self.lastPart) {
            if let known = Self(name: name) {
                self = known
                return
            }
        }
        // python3 -m asciinema, node …/terminalizer
        guard ["python", "node"].contains(where: process.name.hasPrefix),
            let known = process.arguments.dropFirst().prefix(3).lazy.compactMap({ Self(name: Self.lastPart($0)) })
                .first,
            Self.interpreted.contains(known)
        else { return nil }
        self = known
    }

    private static let interpreted: Set<Self> = [.asciinema, .terminalizer, .termtosvg]

    private init?(name: String) {
        // The kernel keeps 15 letters of a name: tlog-rec-sessio.
        if name == "tlog-rec" || name.hasPrefix("tlog-rec-sessio") {
            self = .tlog
        } else if let known = Self(rawValue: name), known != .tlog {
            self = known
        } else {
            return nil
        }
    }

    private static func lastPart(_ path: String) -> String {
        String(path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    }
}

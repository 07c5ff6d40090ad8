/// Someone or something else that sees what this terminal shows. A plain tmux or screen with one terminal on it is
/// nobody else.
public enum Watcher: Hashable, Sendable {
    /// A program above us that writes down, or hands on, everything that is drawn.
    case program(WatchingProgram)
    /// The tmux pane is shown on this many terminals.
    case tmuxClients(Int)
    /// tmux pipes the pane into a program (`pipe-pane`).
    case tmuxPipe
    /// The screen session is shown on this many terminals (`screen -x`).
    case screenDisplays(Int)
    /// screen writes the session into a file (`screen -L`, `C-a H`).
    case screenLog
    /// tmux or screen is there but does not say who looks: taken for a watcher rather than for nobody.
    case silent(multiplexer: String)

    /// Which one it is, for the banner and the audit trail: `tmux shows this pane on 2 terminals`.
    public var words: String {
        switch self {
        case .program(let program): program.words
        case .tmuxClients(let count): "tmux shows this pane on \(count) terminals"
        case .tmuxPipe: "tmux pipes this pane into a program"
        case .screenDisplays(let count): "screen shows this session on \(count) terminals"
        case .screenLog: "screen writes this session to a file"
        case .silent(let multiplexer): "\(multiplexer) does not say who else sees this terminal"
        }
    }
}

extension [Watcher] {
    /// All of them in one line; nil if there is nobody.
    public var words: String? { isEmpty ? nil : map(\.words).joined(separator: "; ") }
}

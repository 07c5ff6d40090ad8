/// Where a value came from. The later ones go before the earlier.
public enum SettingOrigin: Equatable, Sendable {
    case standard
    case file(path: String, line: Int)
    case environment(variable: String)
    /// An option of the command line, `--theme`.
    case commandLine(option: String)

    /// `/home/a/.config/curtain/config.toml:12`
    public var words: String {
        switch self {
        case .standard: "default"
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let variable): variable
        case .commandLine(let option): option
        }
    }
}

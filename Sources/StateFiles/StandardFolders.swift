/// Where curtain keeps its files, after the XDG Base Directory Specification 0.8.
public struct StandardFolders: Equatable, Sendable {
    /// `config.toml`, `themes/`, `keys.toml`.
    public let configuration: String
    /// The audit trail, plans, incidents and the fingerprint key.
    public let state: String
    /// Names and times only; may be removed at any time.
    public let cache: String

    /// `CURTAIN_CONFIG_DIR`, `CURTAIN_STATE_DIR` and `CURTAIN_CACHE_DIR` as they are; otherwise `curtain` below
    /// `XDG_CONFIG_HOME`, `XDG_STATE_HOME`, `XDG_CACHE_HOME`, or below `~/.config`, `~/.local/state`, `~/.cache`.
    /// As the specification asks, an XDG variable that is not an absolute path is not used.
    public init(environment: [String: String]) throws(StateFilesError) {
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? SystemCalls.homeFolder
        func folder(_ own: String, _ xdg: String, _ below: String) throws(StateFilesError) -> String {
            if let path = environment[own], !path.isEmpty { return path }
            if let path = environment[xdg], path.hasPrefix("/") { return path + "/curtain" }
            guard let home else {
                throw StateFilesError("find", "~", .malformed("HOME is not set; set it or \(own)"))
            }
            return home + "/" + below + "/curtain"
        }
        configuration = try folder("CURTAIN_CONFIG_DIR", "XDG_CONFIG_HOME", ".config")
        state = try folder("CURTAIN_STATE_DIR", "XDG_STATE_HOME", ".local/state")
        cache = try folder("CURTAIN_CACHE_DIR", "XDG_CACHE_HOME", ".cache")
    }
}

import Operations
import Settings

extension Session {
    /// The clipboard of the configuration; says honestly what cannot be had.
    func clipboard() throws(OperationFailure) -> any ValueClipboard {
        switch settings.clipboard {
        case nil:
            throw OperationFailure(
                .denied, "the clipboard is off; set clipboard in [safety] of config.toml to native or tmux")
        case "tmux": return try TmuxClipboard(environment)
        case "native": return try SelectionClipboard(environment)
        default:
            throw OperationFailure(
                .denied,
                "a terminal (OSC 52) does not tell whether it still holds a value, so it could not be taken back; "
                    + "it takes names only. Set clipboard to native or tmux")
        }
    }
}

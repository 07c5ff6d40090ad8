import TerminalCanvas

extension Key: ExpressibleByUnicodeScalarLiteral {}
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A letter key, as it stands in the key table.
    public init(extendedGraphemeClusterLiteral value: Character) {
        self = .character(value)
    }
}

extension Key {
    /// The key's name on the screen and in keys.toml: `x`, `ctrl-d`, `enter`.
    public var label: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let character): "ctrl-\(character)"
        case .enter: "enter"
        case .escape: "esc"
        case .tab: "tab"
        case .backTab: "shift-tab"
        case .backspace: "backspace"
        case .delete: "delete"
        case .insert: "insert"
        case .up: "up"
        case .down: "down"
        case .left: "left"
        case .right: "right"
        case .home: "home"
        case .end: "end"
        case .pageUp: "pgup"
        case .pageDown: "pgdn"
        case .shiftLeft: "shift-left"
        case .shiftRight: "shift-right"
        case .shiftUp: "shift-up"
        case .shiftDown: "shift-down"
        case .function(let number): "f\(number)"
        }
    }
}

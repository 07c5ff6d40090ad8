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

extension Key {
    /// The key of a name as `label` writes it; nil if there is none.
    public init?(label: String) {
        if label.count == 1, let character = label.first {
            self = .character(character)
        } else if label.hasPrefix("ctrl-"), label.count == 6, let character = label.last {
            self = .control(character)
        } else if let key = Self.named[label] {
            self = key
        } else {
            return nil
        }
    }

    private static let named: [String: Key] = {
        let keys: [Key] = [
            " ", .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .shiftLeft, .shiftRight, .shiftUp, .shiftDown
        ]
        let functionKeys = (1...12).map { Key.function($0) }
        return Dictionary(uniqueKeysWithValues: (keys + functionKeys).map { ($0.label, $0) })
    }()
}

extension Key {
    /// Whether the key is a letter in a text field.
    var isTyped: Bool {
        if case .character = self { return true }
        return false
    }
}

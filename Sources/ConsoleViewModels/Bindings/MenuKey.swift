import TerminalCanvas

/// What keys do in a list that lies over the screen: the help, a menu, the fields of a secret.
enum MenuKey: Sendable, Equatable {
    case down, up, pageDown, pageUp, top, bottom, choose, close, search

    /// The meaning of a key there, if it has one.
    init?(_ key: Key) {
        guard let meaning = Self.table[key] else { return nil }
        self = meaning
    }

    private static let table: [Key: MenuKey] = [
        "j": .down, .down: .down, "k": .up, .up: .up,
        .pageDown: .pageDown, .control("f"): .pageDown, .control("d"): .pageDown,
        .pageUp: .pageUp, .control("b"): .pageUp, .control("u"): .pageUp,
        "g": .top, .home: .top, "G": .bottom, .end: .bottom,
        .enter: .choose, " ": .choose, .escape: .close, "q": .close, "/": .search
    ]
}

import TerminalCanvas

/// What keys do in a list that lies over the screen: the help, a menu, the fields of a secret.
enum MenuKey: Sendable, Equatable {
    case down, up, pageDown, pageUp, top, bottom, choose, close, search

    /// The meaning of a key there, if it has one. The keys are those of the table, wherever they were moved to.
    init?(_ key: Key, in table: KeyTable) {
        if key == " " {
            self = .choose
            return
        }
        guard let meaning = Self.meanings.first(where: { table.keys(of: $0.action).contains(key) }) else { return nil }
        self = meaning.key
    }

    private static let meanings: [(action: Action, key: MenuKey)] = [
        (.moveDown, .down), (.moveUp, .up), (.pageDown, .pageDown), (.halfPageDown, .pageDown), (.pageUp, .pageUp),
        (.halfPageUp, .pageUp), (.top, .top), (.bottom, .bottom), (.open, .choose), (.back, .close), (.filter, .search)
    ]
}

import Inventory
import TerminalCanvas

extension KeyTable {
    /// The table with other keys for some actions, as keys.toml has them: action to keys. The keys of an action are
    /// replaced, not added to.
    public func rebound(_ changes: [String: [String]]) throws(KeyTableProblem) -> KeyTable {
        var keys: [Action: [Key]] = [:]
        for (name, labels) in changes.sorted(by: { $0.key < $1.key }) {
            guard let action = Action(rawValue: name) else { throw .unknownAction(name) }
            var list: [Key] = []
            for label in labels {
                guard let key = Key(label: label) else { throw .unknownKey(label, action: name) }
                if Self.reserved.contains(key), action != .quit { throw .reserved(key: label, action: name) }
                list.append(key)
            }
            if list.isEmpty, action == .maskAll || action == .share { throw .mustHaveKey(action) }
            keys[action] = list
        }
        let table = KeyTable(bindings.map { $0.with(keys: keys[$0.action] ?? $0.keys) })
        try table.checkConflicts()
        return table
    }

    /// The table with a key for a command.
    ///
    /// - Parameter overrides: whether the key may have a meaning already. Those that mask may never lose theirs.
    public func adding(_ hotkey: Hotkey, named name: String, overrides: Bool) throws(KeyTableProblem) -> KeyTable {
        if Self.reserved.contains(hotkey.key) { throw .reserved(key: hotkey.key.label, action: name) }
        if hotkeys[hotkey.key] != nil { throw .twice(key: hotkey.key.label, hotkey: name) }
        let taken = bindings.filter { $0.keys.contains(hotkey.key) }.map(\.action)
        if let action = taken.first(where: { !overrides || $0 == .maskAll || $0 == .share }) {
            throw .taken(key: hotkey.key.label, action, hotkey: name)
        }
        var table = self
        table.hotkeys[hotkey.key] = hotkey
        return table
    }

    /// It interrupts, whatever a table says.
    static let reserved: Set<Key> = [.control("c")]

    /// A key may mean two things only where one of them is absent.
    func checkConflicts() throws(KeyTableProblem) {
        for context in Self.everyContext {
            var taken: [Key: Action] = [:]
            for binding in bindings where binding.action.availability(in: context) != .absent {
                for key in binding.keys {
                    if let other = taken[key] { throw .conflict(key: key.label, other, binding.action) }
                    taken[key] = binding.action
                }
            }
        }
    }

    /// One context for each kind of place; what they hold does not make an action absent.
    static let everyContext: [KeyContext] = {
        let screens: [Screen] = [
            .resources, .context, .list(.function), .detail(.function(name: "any")), .commandLog, .report(.pulses),
            .firstRun
        ]
        return screens.flatMap { screen in
            [(false, false), (true, false), (true, true)].map { isRevealed, isLong in
                var context = KeyContext(screen: screen)
                context.isRevealed = isRevealed
                context.isLongValue = isLong
                return context
            }
        }
    }()
}

extension KeyBinding {
    /// The same action with other keys.
    func with(keys: [Key]) -> KeyBinding {
        KeyBinding(
            action: action, keys: keys, words: words, help: help, group: group, danger: danger, footerRank: footerRank)
    }
}

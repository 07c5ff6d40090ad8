import TerminalCanvas

/// Which key does what, and where.
public struct KeyTable: Sendable {
    public let bindings: [KeyBinding]
    /// Keys that type a command.
    public internal(set) var hotkeys: [Key: Hotkey] = [:]
    private let byKey: [Key: [Action]]

    public init(_ bindings: [KeyBinding] = KeyBinding.table) {
        self.bindings = bindings
        var byKey: [Key: [Action]] = [:]
        for binding in bindings {
            for key in binding.keys { byKey[key, default: []].append(binding.action) }
        }
        self.byKey = byKey
    }

    /// The action of a key here, or nil. Where a key has two meanings the context decides.
    public func action(for key: Key, in context: KeyContext) -> Action? {
        byKey[key]?.first { $0.availability(in: context) != .absent }
    }

    /// The keys of an action.
    public func keys(of action: Action) -> [Key] { bindings.first { $0.action == action }?.keys ?? [] }

    /// Whether the key is one of the action's: for what works in every mode.
    func isKey(_ key: Key, of action: Action) -> Bool { byKey[key]?.contains(action) ?? false }

    /// The bindings of the footer, the most important first.
    public func footer(in context: KeyContext) -> [KeyBinding] {
        bindings
            .filter { $0.footerRank != nil && $0.action.availability(in: context) == .available }
            .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    }
}

import TerminalCanvas

/// Which key does what, and where.
public struct KeyTable: Sendable {
    public let bindings: [KeyBinding]
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

    /// Whether the key masks everything: that works in every mode.
    func masks(_ key: Key) -> Bool { byKey[key]?.contains(.maskAll) ?? false }

    /// The bindings of the footer, the most important first.
    public func footer(in context: KeyContext) -> [KeyBinding] {
        bindings
            .filter { $0.footerRank != nil && $0.action.availability(in: context) == .available }
            .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    }
}

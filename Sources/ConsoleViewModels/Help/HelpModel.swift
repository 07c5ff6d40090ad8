/// The `?` screen: the keys that apply, searchable.
public struct HelpModel: Sendable, Equatable {
    /// One line of it.
    public enum Line: Sendable, Equatable {
        case title(String)
        case key(KeyBinding, DisabledReason?)
        case command(Command)
    }

    public internal(set) var top = 0
    public internal(set) var search = TextField()
    /// Whether keys go into the search.
    public internal(set) var isSearching = false
    public let context: KeyContext

    init(context: KeyContext) {
        self.context = context
    }

    /// The lines that the search leaves.
    public func lines(of table: KeyTable) -> [Line] {
        let words = search.text.lowercased()
        func passes(_ text: String) -> Bool { words.isEmpty || text.lowercased().contains(words) }
        var lines: [Line] = []
        for group in KeyBinding.Group.allCases {
            let keys: [Line] = table.bindings.filter { $0.group == group }.compactMap { binding in
                guard passes(binding.keys.map(\.label).joined(separator: " ") + " " + binding.help) else { return nil }
                switch binding.action.availability(in: context) {
                case .available: return .key(binding, nil)
                case .disabled(let reason): return .key(binding, reason)
                case .absent: return nil
                }
            }
            if !keys.isEmpty { lines += [.title(group.rawValue)] + keys }
        }
        let commands = Command.table.filter { passes(":\($0.name) \($0.aliases.joined(separator: " ")) \($0.help)") }
        if !commands.isEmpty { lines += [.title("Commands after :")] + commands.map { .command($0) } }
        return lines
    }
}

/// The `?` screen: the keys that apply, searchable.
public struct HelpModel: Sendable, Equatable {
    /// One line of it.
    public enum Line: Sendable, Equatable {
        case title(String)
        /// Keys or command, and the beginning of what it does.
        case entry(String, String, applies: Bool)
        /// The rest of a sentence that is longer than a line.
        case rest(String)
    }

    /// Columns of the keys before the sentence.
    public static let headWidth = 24

    public internal(set) var top = 0
    public internal(set) var search = TextField()
    /// Whether keys go into the search.
    public internal(set) var isSearching = false
    public let context: KeyContext

    init(context: KeyContext) {
        self.context = context
    }

    /// The lines that the search leaves, for a window of that many columns.
    public func lines(of table: KeyTable, columns: Int) -> [Line] {
        let width = max(20, columns - Self.headWidth - 5)
        let words = search.text.lowercased()
        func passes(_ text: String) -> Bool { words.isEmpty || text.lowercased().contains(words) }
        var lines: [Line] = []
        for group in KeyBinding.Group.allCases {
            let entries = table.bindings.filter { $0.group == group }.flatMap { binding -> [Line] in
                let keys = binding.keys.map(\.label).joined(separator: " ")
                guard passes("\(keys) \(binding.help)") else { return [] }
                switch binding.action.availability(in: context) {
                case .available: return entry(keys, binding.help, applies: true, width: width)
                case .disabled(let reason):
                    return entry(keys, "\(binding.help) (Not now: \(reason.words).)", applies: false, width: width)
                case .absent: return []
                }
            }
            if !entries.isEmpty { lines += [.title(group.rawValue)] + entries }
        }
        let hotkeys = table.hotkeys.values.sorted { $0.key.label < $1.key.label }.flatMap { hotkey -> [Line] in
            guard passes("\(hotkey.key.label) \(hotkey.words)") else { return [] }
            return entry(hotkey.key.label, "\(hotkey.words) (:\(hotkey.command))", applies: true, width: width)
        }
        if !hotkeys.isEmpty { lines += [.title("Hotkeys")] + hotkeys }
        let commands = Command.table.flatMap { command -> [Line] in
            guard passes(":\(command.name) \(command.aliases.joined(separator: " ")) \(command.help)") else {
                return []
            }
            return entry(":\(command.name) \(command.argument.shape)", command.help, applies: true, width: width)
        }
        if !commands.isEmpty { lines += [.title("Commands")] + commands }
        return lines
    }

    private func entry(_ head: String, _ sentence: String, applies: Bool, width: Int) -> [Line] {
        let parts = Paragraph.lines(sentence, width: width)
        return [.entry(head, parts.first ?? "", applies: applies)] + parts.dropFirst().map { .rest($0) }
    }
}

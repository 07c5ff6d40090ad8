import ConsoleViewModels
import Inventory
import TerminalCanvas

/// What a line that was typed in line mode means.
public enum LineInput: Equatable {
    /// Handed to the model one after the other.
    case keys([Key])
    /// A line of the focused pane, from 1: selected, and then opened or revealed.
    case line(Int, then: Key?)
    /// Text for the `:` or `/` line.
    case prompt(Key, String)
    /// A note or a word for the field that is open.
    case text(String)
    /// Text for the field of a form that is asked for.
    case answer(String)
    /// Tell the screen again.
    case again
    case notUnderstood

    public init(_ line: String, in model: ConsoleModel) {
        let text = Self.trimmed(line)
        switch model.curtain {
        case .asking: self = text.isEmpty ? .keys([.escape]) : .text(text)
        case .fetching: self = .keys([Self.key(.maskAll, model)])
        case .revealed: self = .keys([Self.key(.reveal, model)])
        case .choosing(let choice): self = Self.entry(text, of: choice.fields.count, then: .enter)
        case .closed: self = Self.overlay(text, model)
        }
    }

    private static func overlay(_ text: String, _ model: ConsoleModel) -> LineInput {
        switch model.overlay {
        case .none, .filter, .command: screen(text, model)
        case .help: .keys([.escape])
        case .sortMenu(let menu): entry(text, of: menu.columns.count, then: .enter)
        case .menu(let menu): entry(text, of: menu.entries.count, then: menu.purpose == .columns ? " " : .enter)
        case .confirm: .keys(text.lowercased() == "yes" ? [.tab, .enter] : [.escape])
        case .form(let form): answer(text, to: form)
        case .leaveShare: .keys(text.isEmpty ? [.escape] : text.map { .character($0) } + [.enter])
        }
    }

    /// What answers the question that is asked now; nothing at all leaves what is there.
    private static func answer(_ text: String, to form: Form) -> LineInput {
        if text == "cancel" { return .keys([.escape]) }
        guard case .field(let name) = form.focus, let field = form.field(name) else {
            if text == "options", form.hasOptions { return .keys([.control("o")]) }
            return .keys(text.lowercased() == "yes" ? form.focus == .submit ? [.enter] : [.tab, .enter] : [.escape])
        }
        switch field.content {
        case .choice(let words, _):
            guard !text.isEmpty else { return .keys([.enter]) }
            guard let number = Int(text), (1...words.count).contains(number) else { return .notUnderstood }
            return .keys([.character(Character(String(number))), .enter])
        case .text: return text.isEmpty ? .keys([.enter]) : .answer(text)
        // A value is never a line of text: whoever reads the lines hands its bytes on.
        case .hidden: return .keys([.enter])
        }
    }

    /// An entry of a list that lies over the screen.
    private static func entry(_ text: String, of count: Int, then key: Key) -> LineInput {
        if text.isEmpty { return .keys([.escape]) }
        guard let number = Int(text), (1...max(1, count)).contains(number), number <= count else {
            return .notUnderstood
        }
        return .keys([.home] + [Key](repeating: .down, count: number - 1) + [key])
    }

    private static func screen(_ text: String, _ model: ConsoleModel) -> LineInput {
        if text.isEmpty { return .again }
        if text.hasPrefix(":") { return .prompt(key(.command, model), String(text.dropFirst())) }
        if text.hasPrefix("/") { return .prompt(key(.filter, model), String(text.dropFirst())) }
        if let number = Int(text), number > 0 { return .line(number, then: key(.open, model)) }
        let words = text.split(separator: " ")
        if words.count == 2, let number = Int(words[1]), number > 0, let key = Key(label: String(words[0])) {
            return .line(number, then: key)
        }
        switch text {
        case "more": return .keys([key(.pageDown, model)])
        case "less": return .keys([key(.pageUp, model)])
        case "back": return .keys([.escape])
        case "help": return .keys([key(.help, model)])
        default: return Key(label: text).map { .keys([$0]) } ?? .notUnderstood
        }
    }

    private static func key(_ action: Action, _ model: ConsoleModel) -> Key {
        model.keys.keys(of: action).first ?? .escape
    }

    private static func trimmed(_ text: String) -> String { TextField(text, limit: 4_000).trimmed }
}

extension LineInput {
    /// The events that it is for the model.
    public func events(in model: ConsoleModel) -> [ConsoleEvent] {
        switch self {
        case .keys(let keys): keys.map { .key($0) }
        case .line(let number, let key):
            [.pointed(ConsoleLayout.paneKind(of: model.screen), line: number - 1, opens: false)]
                + (key.map { [.key($0)] } ?? [])
        case .prompt(let key, let text):
            [.key(key), .key(.control("u")), .paste(Array(text.utf8)), .key(.enter)]
        case .text(let text): [.key(.control("u")), .paste(Array(text.utf8)), .key(.enter), .key(.enter)]
        case .answer(let text): [.key(.control("u")), .paste(Array(text.utf8)), .key(.enter)]
        case .again, .notUnderstood: []
        }
    }
}

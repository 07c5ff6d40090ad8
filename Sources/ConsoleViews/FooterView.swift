import ConsoleViewModels
import TerminalCanvas

/// The keys that apply here, as many as fit.
enum FooterView {
    /// Always on the last row, whatever else has no room: the way to all others, and what one wants at once.
    private static let pinned: Set<Action> = [.share, .maskAll, .help]
    private static let gap = 2

    static func draw(_ model: ConsoleModel, rows: Range<Int>, into buffer: ScreenBuffer) {
        let (hints, last) = hints(of: model)
        let kept = last.reduce(0) { $0 + width(of: $1) + gap }
        var next = hints.startIndex
        for row in rows {
            let isLast = row == rows.upperBound - 1
            var line = Line(buffer, row: row, column: 1, end: buffer.columns - 1)
            while next < hints.endIndex, width(of: hints[next]) <= line.room - (isLast ? kept : 0) {
                put(hints[next], on: &line)
                next += 1
            }
            for hint in isLast ? last : [] where width(of: hint) <= line.room { put(hint, on: &line) }
        }
    }

    private static func width(of hint: (String, String)) -> Int { TextWidth.of(hint.0) + TextWidth.of(hint.1) + 3 }

    private static func put(_ hint: (String, String), on line: inout Line) {
        line.put("<\(hint.0)>", .keyHint)
        line.put(" \(hint.1)", .muted)
        line.skip(gap)
    }

    /// Key and words, and those that are always there.
    private static func hints(of model: ConsoleModel) -> (hints: [(String, String)], last: [(String, String)]) {
        if let own = own(of: model) { return (own, []) }
        let bindings = model.keys.footer(in: model.keyContext)
        return (
            bindings.filter { !pinned.contains($0.action) }.compactMap { words(of: $0, model) },
            bindings.filter { pinned.contains($0.action) }.compactMap { words(of: $0, model) }
        )
    }

    private static func words(of binding: KeyBinding, _ model: ConsoleModel) -> (String, String)? {
        guard let key = binding.keys.first else { return nil }
        if binding.action == .back, case .list(let kind) = model.screen {
            return model.list(kind).filter == .none ? ("q", "quit") : ("esc", "drop filter")
        }
        let masks = binding.action == .reveal && model.curtain.value != nil
        return (key.label, masks ? "mask" : binding.words)
    }

    /// Prompts and dialogs have keys of their own; nil elsewhere.
    private static func own(of model: ConsoleModel) -> [(String, String)]? {
        switch model.curtain {
        case .asking: return [("tab", "next field"), ("enter", "on Reveal confirms"), ("esc", "cancel (default)")]
        case .choosing:
            return [("enter", "reveal this field"), ("j", "down"), ("k", "up"), ("esc", "close"), ("X", "mask all")]
        case .fetching: return [("X", "cancel"), ("esc", "back")]
        case .revealed(_, among: .some):
            return [("x", "mask"), ("j", "down"), ("k", "up"), ("esc", "close"), ("X", "mask all")]
        case .closed, .revealed: break
        }
        switch model.overlay {
        case .filter:
            return [
                ("enter", "keep"), ("esc", "drop"), ("!text", "without"), ("-f text", "letters in order"),
                ("-l key=value", "tags")
            ]
        case .command: return [("tab", "complete"), ("up", "history"), ("enter", "go"), ("esc", "cancel")]
        case .help: return [("/", "search"), ("j", "down"), ("k", "up"), ("esc", "close")]
        case .sortMenu: return [("enter", "sort"), ("j", "down"), ("k", "up"), ("esc", "close")]
        case .menu(let menu):
            switch menu.purpose {
            case .columns:
                return [("space", "on or off"), ("J", "carry down"), ("K", "carry up"), ("enter", "done")]
            case .filters: return [("enter", "filter"), ("D", "forget"), ("esc", "close")]
            case .themes: return [("enter", "take it"), ("esc", "as before")]
            case .contain: return [("enter", "say what it would do"), ("esc", "close")]
            }
        case .confirm: return [("tab", "next field"), ("enter", "press it"), ("esc", "no (default)")]
        case .form:
            return [
                ("tab", "next"), ("space", "choose"), ("enter", "next, or press the button"),
                ("esc", "cancel (default)")
            ]
        case .leaveShare: return [("enter", "on LEAVE ends share mode"), ("esc", "stay")]
        case .none: return nil
        }
    }
}

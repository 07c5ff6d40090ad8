import ConsoleViewModels
import TerminalCanvas

/// The keys that apply here, as many as fit.
enum FooterView {
    static func draw(_ model: ConsoleModel, rows: Range<Int>, into buffer: ScreenBuffer) {
        let hints = hints(of: model)
        var next = hints.startIndex
        for row in rows {
            var line = Line(buffer, row: row, column: 1, end: buffer.columns - 1)
            while next < hints.endIndex {
                let (key, words) = hints[next]
                guard TextWidth.of(key) + TextWidth.of(words) + 3 <= line.room else { break }
                line.put("<\(key)>", .keyHint)
                line.put(" \(words)", .muted)
                line.skip(2)
                next += 1
            }
        }
    }

    /// Key and words. Prompts and dialogs have keys of their own.
    static func hints(of model: ConsoleModel) -> [(String, String)] {
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
        case .none: break
        }
        return model.keys.footer(in: model.keyContext).compactMap { binding in
            guard let key = binding.keys.first else { return nil }
            if binding.action == .back, case .list(let kind) = model.screen {
                return model.list(kind).filter == .none ? ("q", "quit") : ("esc", "drop filter")
            }
            let masks = binding.action == .reveal && model.curtain.value != nil
            return (key.label, masks ? "mask" : binding.words)
        }
    }
}

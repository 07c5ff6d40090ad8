import ConsoleViewModels
import Inventory
import TerminalCanvas

/// The console for screen readers: what the screen shows as plain lines with numbers to choose by. The same model as
/// the screen, and as little as it, ever, of a value.
public enum LineView {
    /// What there is now, from the top.
    public static func lines(of model: ConsoleModel) -> [String] {
        var lines: [String] = []
        if model.share.isOn { lines.append("Share mode is on.") }
        switch model.curtain {
        case .asking(let dialog): return lines + note(dialog, model)
        case .fetching: return lines + ["The record is being written and the value fetched."]
        case .choosing(let choice):
            return lines + ["\(choice.title) is JSON with \(choice.fields.count) fields, all closed:"]
                + choice.fields.enumerated().map { "\($0.offset + 1). \($0.element.name)" }
        case .revealed(let value, _):
            return lines + ["\(value.title) is shown until you press enter, \(model.settings.revealSeconds) s at most."]
        case .closed: break
        }
        return lines + overlay(model)
    }

    /// What the next line of input is taken for.
    public static func question(_ model: ConsoleModel) -> String {
        switch model.curtain {
        case .asking: return "Why, or nothing to cancel: "
        case .fetching: return "Enter cancels: "
        case .choosing: return "Number of the field to reveal, or nothing to close: "
        case .revealed: return ""
        case .closed: break
        }
        switch model.overlay {
        case .none, .filter, .command: return "Number, key, :command or /filter (? for help): "
        case .help: return "Enter closes the help: "
        case .sortMenu: return "Number of the column to sort by, or nothing: "
        case .menu(let menu):
            return menu.purpose == .columns
                ? "Number to switch on or off, or nothing when done: " : "Number, or nothing to leave it: "
        case .confirm: return "Type yes to go on; anything else is no: "
        case .form(let form):
            guard case .field(let name) = form.focus, let field = form.field(name) else {
                let more = form.hasOptions ? ", options for more questions" : ""
                return "Type yes for \(form.verb)\(more); anything else is no: "
            }
            let hint = field.hint.isEmpty ? "" : " (\(field.hint))"
            return "\(field.label)\(hint), or cancel: "
        case .leaveShare: return "Type LEAVE to end share mode, or nothing: "
        }
    }

    /// A notice in one line.
    public static func line(of notice: Notice, in model: ConsoleModel) -> String {
        switch notice.severity {
        case .information: model.shown(notice.text)
        case .warning: "Note: \(model.shown(notice.text))"
        case .failure: "Failed: \(model.shown(notice.text))"
        }
    }

    private static func note(_ dialog: NoteDialog, _ model: ConsoleModel) -> [String] {
        [
            "Reveal one value: \(dialog.title)\(dialog.facts.isEmpty ? "" : " (\(dialog.facts))").",
            "It is shown for \(model.settings.revealSeconds) s; who, what and why go into the audit trail first."
        ] + (dialog.problem.map { ["Note: \($0)."] } ?? [])
    }

    private static func overlay(_ model: ConsoleModel) -> [String] {
        switch model.overlay {
        case .none, .filter, .command: return LineScreens.lines(of: model)
        case .help(let help):
            return help.lines(of: model.keys, columns: 400).map { line in
                switch line {
                case .title(let title): "\(title):"
                case .entry(let keys, let sentence, _): "\(keys): \(sentence)"
                case .rest(let sentence): sentence
                }
            }
        case .sortMenu(let menu): return numbered(menu.columns.map(\.word), title: "Sort by")
        case .menu(let menu):
            return numbered(
                menu.entries.map { entry in
                    let state = entry.isOn.map { $0 ? ", on" : ", off" } ?? ""
                    return entry.text + state + (entry.remark.isEmpty ? "" : ": \(entry.remark)")
                }, title: menu.title)
        case .confirm(let confirmation): return [confirmation.title] + confirmation.lines.map { model.shown($0) }
        case .form(let form): return Self.form(form, model)
        case .leaveShare(_, let problem): return problem.map { ["Note: \($0)."] } ?? []
        }
    }

    private static func form(_ form: Form, _ model: ConsoleModel) -> [String] {
        var lines = form.problem.map { ["Note: \($0)."] } ?? []
        if !form.showsOptions, form.focus == form.shown.first.map({ .field($0.name) }) ?? .cancel {
            lines += ["\(model.shown(form.title))"] + form.lines.map { model.shown($0) }
        }
        guard case .field(let name) = form.focus, let field = form.field(name) else { return lines }
        switch field.content {
        case .choice(let words, let chosen):
            return lines + numbered(words, title: field.label)
                + (chosen.map { ["Chosen: \($0 + 1)."] } ?? ["None is chosen."])
        case .text(let text): return lines + (text.isEmpty ? [] : ["\(field.label) is: \(model.shown(text.text))"])
        case .hidden: return lines
        }
    }

    static func numbered(_ texts: [String], title: String) -> [String] {
        ["\(title):"] + texts.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }
}

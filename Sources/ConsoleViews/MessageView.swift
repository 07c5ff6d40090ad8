import ConsoleViewModels
import TerminalCanvas

/// The row above the footer: what just happened.
enum MessageView {
    static func draw(_ model: ConsoleModel, row: Int, into buffer: ScreenBuffer) {
        var line = Line(buffer, row: row, column: 1, end: buffer.columns - 1)
        if let message = model.message {
            switch message.severity {
            case .information: line.put(model.shown(message.text))
            case .warning: line.put("\(buffer.sign(.stale)) \(model.shown(message.text))", .stale)
            case .failure: line.put("\(buffer.sign(.failed)) \(model.shown(message.text))", .failed)
            }
        } else if model.showsCrumbs {
            line.put(model.crumbs.map { model.shown($0.name) }.joined(separator: " > "), .muted)
        } else if let words = model.clippedWords {
            line.put(model.shown(words), .muted)
        } else if let call = model.log.lines.last, model.layout.pane(.log) == nil {
            let target = model.share.isOn ? "" : call.target.map { " \($0)" } ?? ""
            let result = call.status == 0 ? "no answer" : call.code.isEmpty ? "\(call.status)" : call.code
            line.put(
                "[last] \(WallTime(call.started).toSecond) \(call.operation)\(target) \(result)",
                call.code.isEmpty ? .muted : .failed)
        }
    }
}

import ConsoleViewModels
import Inventory
import TerminalCanvas

/// One line of a detail.
enum DetailItemView {
    private static let labelWidth = 24

    static func draw(
        _ item: DetailItem, columns: VariableColumns, model: ConsoleModel, area: ScreenArea, row: Int,
        into buffer: ScreenBuffer
    ) {
        var line = Line(buffer, row: row, column: area.column + 1, end: area.column + area.columns - 1)
        switch item {
        case .blank: break
        case .facts(let facts):
            for fact in facts {
                line.put("\(fact.label) ", .muted)
                line.put("\(model.shown(fact.text))  ")
            }
        case .title(let title): line.put(title.uppercased(), .title)
        case .variablesTitle:
            line.put("ENV VAR", width: columns.name + 3, .title)
            line.put("VALUE", width: columns.value + 1, .title)
            line.put("SOURCE", .title)
        case .variable(let variable, _, let others):
            draw(variable, others: others, isShared: model.share.isOn, columns, &line)
        case .value:
            line.skip(2)
            line.put("VALUE", width: labelWidth)
            line.put(buffer.mask, .masked)
        case .line(let detail): draw(detail, model: model, &line)
        case .problem(let problem):
            line.skip(2)
            line.put("\(buffer.sign(.failed)) \(model.shown(problem.line))", .failed)
        }
    }

    /// Those of the variables of a function in a pane of that width.
    static func columns(_ items: [DetailItem], in area: ScreenArea, of buffer: ScreenBuffer) -> VariableColumns {
        VariableColumns(items, usual: labelWidth - 1, room: area.columns - 4, in: buffer)
    }

    /// Eight cells for every value; what names an existing thing is drawn as a link.
    private static func draw(
        _ variable: FunctionRow.Variable, others: Int, isShared: Bool, _ columns: VariableColumns, _ line: inout Line
    ) {
        let more = others > 0 ? " \(line.buffer.sign(.duplicate)) in \(others) more" : ""
        line.skip(2)
        line.put(variable.name, width: columns.name)
        line.skip(1)
        if let target = variable.of {
            let link = "\(line.buffer.sign(.link)) \(target.text)"
            let room = max(0, line.room - TextWidth.of(more))
            line.put(link, width: columns.linksSpan ? min(TextWidth.of(link), room) : columns.value, .link)
        } else {
            let end = line.column + columns.value
            line.put(line.buffer.mask, .masked)
            if !isShared { line.put(" \(variable.size.rawValue)", .muted) }
            line.skip(end - line.column)
        }
        if variable.of == nil || !columns.linksSpan {
            line.skip(1)
            let isOpenQuestion = variable.source == .literal || variable.source == .unknown
            line.put(variable.source.words, isOpenQuestion ? .stale : .text)
            if variable.source == .literal { line.put(" \(line.buffer.sign(.stale))", .stale) }
        }
        line.put(more, .duplicate)
    }

    private static func draw(_ detail: ResourceDetail.Line, model: ConsoleModel, _ line: inout Line) {
        line.skip(2)
        if !detail.label.isEmpty {
            line.put(detail.label, width: labelWidth - 1, detail.tone == .good ? .ok : .muted)
            line.skip(1)
        }
        if let (sign, role) = sign(of: detail.tone, in: line.buffer) { line.put("\(sign) ", role) }
        if detail.link != nil {
            line.put("\(line.buffer.sign(.link)) \(model.shown(detail.text))", .link)
        } else {
            line.put(model.shown(detail.text))
        }
    }

    /// A sign and a role for how things stand, so that no colour says it alone.
    private static func sign(
        of tone: ResourceDetail.Line.Tone, in buffer: ScreenBuffer
    ) -> (String, StyleRole)? {
        switch tone {
        case .plain, .past: nil
        case .good: (buffer.glyphs == .unicode ? buffer.sign(.ok) : "+", .ok)
        case .running: (buffer.glyphs == .unicode ? buffer.sign(.running) : "~", .running)
        case .attention: (buffer.sign(.stale), .stale)
        case .bad: (buffer.sign(.danger), .danger)
        }
    }
}

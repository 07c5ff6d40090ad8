import ConsoleViewModels
import Inventory
import TerminalCanvas

/// One line of a detail.
enum DetailItemView {
    private static let labelWidth = 24

    static func draw(
        _ item: DetailItem, model: ConsoleModel, area: ScreenArea, row: Int, into buffer: ScreenBuffer
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
            line.put("ENV VAR", width: labelWidth + 2, .title)
            line.put("VALUE", width: valueWidth(area), .title)
            line.put("SOURCE", .title)
        case .variable(let variable, _, let others):
            draw(variable, isShared: model.share.isOn, area: area, &line)
            if others > 0 { line.put(" \(buffer.sign(.duplicate)) in \(others) more", .duplicate) }
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

    private static func valueWidth(_ area: ScreenArea) -> Int { area.columns >= 76 ? 24 : 18 }

    /// Eight cells for every value; what names an existing thing is drawn as a link.
    private static func draw(
        _ variable: FunctionRow.Variable, isShared: Bool, area: ScreenArea, _ line: inout Line
    ) {
        line.skip(2)
        line.put(variable.name, width: labelWidth - 1)
        line.skip(1)
        if let target = variable.of {
            line.put("\(line.buffer.sign(.link)) \(target.text)", width: valueWidth(area) - 1, .link)
        } else {
            let end = line.column + valueWidth(area) - 1
            line.put(line.buffer.mask, .masked)
            if !isShared { line.put(" \(variable.size.rawValue)", .muted) }
            line.skip(end - line.column)
        }
        line.skip(1)
        let isOpenQuestion = variable.source == .literal || variable.source == .unknown
        line.put(variable.source.words, isOpenQuestion ? .stale : .text)
        if variable.source == .literal { line.put(" \(line.buffer.sign(.stale))", .stale) }
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

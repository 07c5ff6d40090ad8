import ConsoleViewModels
import TerminalCanvas

/// What stands between a person and a value: the note prompt, the fields, the value.
enum CurtainView {
    static func draw(_ model: ConsoleModel, into buffer: ScreenBuffer) {
        switch model.curtain {
        case .closed: break
        case .asking(let dialog): NoteDialogView.draw(dialog, of: model, into: buffer)
        case .fetching(let request, let choice):
            if let choice {
                FieldChoiceView.draw(choice, state: "fetching...", model: model, above: nil, into: buffer)
            } else {
                drawFetching(request, model: model, into: buffer)
            }
        case .choosing(let choice):
            let left = max(0, Int((choice.deadline - model.now.monotonic).rounded(.up)))
            FieldChoiceView.draw(choice, state: "closed; names go in \(left) s", model: model, above: nil, into: buffer)
        case .revealed(let value, let choice):
            guard let box = model.valueBox else { return }
            if let choice {
                FieldChoiceView.draw(choice, state: "one field open", model: model, above: box.area, into: buffer)
            }
            ValueView.draw(value, in: box, of: model, into: buffer)
        }
    }

    private static func drawFetching(_ request: RevealRequest, model: ConsoleModel, into buffer: ScreenBuffer) {
        let area = ScreenArea(row: max(1, buffer.rows - 7), column: 2, rows: 3, columns: max(0, buffer.columns - 4))
        buffer.fill(area, role: .surface)
        buffer.box(area, role: .borderFocus, title: model.title(of: request.reference, pointer: request.pointer))
        buffer.write(
            "writing the record, then fetching...", row: area.row + 1, column: area.column + 2, role: .running)
    }
}

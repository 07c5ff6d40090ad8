import ConsoleViewModels
import ForeignText
import TerminalCanvas

/// The one place that draws a value: from its bytes, scalar by scalar into the cells. No `String` is made of it;
/// what a terminal would obey or hide is spelt out, and a combining mark is too.
enum ValueView {
    static func draw(_ value: ShownValue, in box: ValueBox, of model: ConsoleModel, into buffer: ScreenBuffer) {
        buffer.fill(box.area, role: .surface)
        buffer.box(box.area, role: .revealed, title: title(of: value, model: model), titleRole: .revealed)
        let inside = box.area.inset()
        let scroll = max(0, min(value.scroll, box.lineCount - box.visibleLines))
        value.bytes.read { bytes in
            var index = 0
            ValueLines.forEachLine(in: bytes, form: value.form, width: box.lineWidth) { range, continues in
                let offset = index - scroll
                index += 1
                guard offset >= 0, offset < box.visibleLines else { return }
                let row = inside.row + offset
                let line = UnsafeRawBufferPointer(rebasing: bytes[range])
                if continues { buffer.write("\\", row: row, column: inside.column, role: .muted) }
                switch value.form {
                case .text, .pem: drawText(line, row: row, column: inside.column + 1, into: buffer)
                case .binary: drawHex(line, at: range.lowerBound, row: row, column: inside.column + 1, into: buffer)
                }
            }
            if bytes.isEmpty {
                buffer.write("(empty: no bytes at all)", row: inside.row, column: inside.column + 1, role: .muted)
            }
        }
        drawRest(of: box, scroll: scroll, into: buffer)
    }

    private static func title(of value: ShownValue, model: ConsoleModel) -> String {
        let form =
            switch value.form {
            case .text: "text"
            case .pem: "PEM"
            case .binary: "binary"
            }
        let version = value.version.map { "  \($0)" } ?? ""
        return "SHOWN  \(value.title)  \(form)\(version)  \(value.secondsLeft(at: model.now.monotonic)) s"
    }

    /// How much is not on the screen.
    private static func drawRest(of box: ValueBox, scroll: Int, into buffer: ScreenBuffer) {
        guard box.lineCount > box.visibleLines else { return }
        let above = scroll
        let below = box.lineCount - box.visibleLines - scroll
        let words =
            " lines \(scroll + 1)-\(scroll + box.visibleLines) of \(box.lineCount): \(above) above, \(below) below "
        let row = box.area.row + box.area.rows - 1
        buffer.write(words, row: row, column: box.area.column + 3, width: box.area.columns - 6, role: .revealed)
    }

    private static func drawText(_ bytes: UnsafeRawBufferPointer, row: Int, column: Int, into buffer: ScreenBuffer) {
        var column = column
        ForeignText.scalars(in: bytes) { piece in
            piece.spell { scalar in column += put(scalar, row: row, column: column, into: buffer) }
        }
    }

    /// Offset, sixteen bytes, and the same as ASCII.
    private static func drawHex(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, row: Int, column: Int, into buffer: ScreenBuffer
    ) {
        var text = String(offset, radix: 16, uppercase: false)
        text = String(repeating: "0", count: max(0, 6 - text.count)) + text
        buffer.write(text, row: row, column: column, role: .muted)
        let digits: [Unicode.Scalar] = [
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"
        ]
        for (index, byte) in bytes.enumerated() {
            let place = column + 8 + 3 * index + (index >= 8 ? 1 : 0)
            _ = put(digits[Int(byte >> 4)], row: row, column: place, into: buffer)
            _ = put(digits[Int(byte & 15)], row: row, column: place + 1, into: buffer)
            let shown = byte >= 0x20 && byte < 0x7F ? Unicode.Scalar(byte) : "."
            _ = put(shown, row: row, column: column + 58 + index, into: buffer)
        }
    }

    private static func put(_ scalar: Unicode.Scalar, row: Int, column: Int, into buffer: ScreenBuffer) -> Int {
        var next: Unicode.Scalar? = scalar
        return buffer.writeScalars(row: row, column: column, role: .revealed) {
            defer { next = nil }
            return next
        }
    }
}

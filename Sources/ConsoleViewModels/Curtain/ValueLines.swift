import ForeignText
import TerminalCanvas

/// How a value's bytes fall into lines of the screen. Nothing of the value leaves here but offsets.
public enum ValueLines {
    /// Bytes of a line of the hexadecimal view.
    public static let bytesInHexLine = 16

    /// Lines of the value at that width; an empty value has one.
    public static func count(in bytes: UnsafeRawBufferPointer, form: RevealedContent.Form, width: Int) -> Int {
        var count = 0
        forEachLine(in: bytes, form: form, width: width) { _, _ in count += 1 }
        return count
    }

    /// Calls the closure with the bytes of each line and whether it continues the one before.
    public static func forEachLine(
        in bytes: UnsafeRawBufferPointer, form: RevealedContent.Form, width: Int,
        _ body: (Range<Int>, _ continues: Bool) -> Void
    ) {
        switch form {
        case .binary: hexLines(in: bytes, body)
        case .text, .pem: textLines(in: bytes, width: width, body)
        }
    }

    private static func hexLines(in bytes: UnsafeRawBufferPointer, _ body: (Range<Int>, Bool) -> Void) {
        var start = 0
        repeat {
            let end = min(bytes.count, start + bytesInHexLine)
            body(start..<end, false)
            start = end
        } while start < bytes.count
    }

    private static func textLines(
        in bytes: UnsafeRawBufferPointer, width: Int, _ body: (Range<Int>, Bool) -> Void
    ) {
        var start = 0
        var offset = 0
        var used = 0
        var continues = false
        ForeignText.scalars(in: bytes) { piece in
            if case .escaped("\n") = piece {
                body(start..<offset, continues)
                offset += 1
                (start, used, continues) = (offset, 0, false)
                return
            }
            let columns = columns(of: piece)
            if used + columns > width, used > 0 {
                body(start..<offset, continues)
                (start, used, continues) = (offset, 0, true)
            }
            used += columns
            offset += byteCount(of: piece)
        }
        // A value that ends with a line end has no further line behind it.
        if start < bytes.count || bytes.isEmpty { body(start..<bytes.count, continues) }
    }

    private static func byteCount(of piece: ForeignText.Piece) -> Int {
        switch piece {
        case .scalar(let scalar), .escaped(let scalar): UTF8.width(scalar)
        case .invalid: 1
        }
    }

    /// Columns of a piece as `ValueView` draws it: each scalar by itself, so that a combining mark is spelt out.
    private static func columns(of piece: ForeignText.Piece) -> Int {
        switch piece {
        case .scalar(let scalar):
            let width = TextWidth.of(scalar)
            return width > 0 ? width : ForeignText.name(of: scalar).unicodeScalars.count
        case .escaped, .invalid: return piece.spelledCount
        }
    }
}

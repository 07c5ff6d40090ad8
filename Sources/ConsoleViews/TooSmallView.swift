import ConsoleViewModels
import TerminalCanvas

/// The window is too small: say so, and come back by itself when it is not.
enum TooSmallView {
    static func draw(_ model: ConsoleModel, into buffer: ScreenBuffer) {
        let least = "\(ConsoleLayout.minimumColumns)x\(ConsoleLayout.minimumRows)"
        let lines = [
            "curtain needs \(least)", "this window is \(buffer.columns)x\(buffer.rows)", "everything is masked",
            "make it larger, or q to leave"
        ]
        let first = max(0, (buffer.rows - lines.count) / 2)
        for (offset, text) in lines.enumerated() {
            let column = max(0, (buffer.columns - TextWidth.of(text)) / 2)
            buffer.write(text, row: first + offset, column: column, role: offset == 0 ? .title : .text)
        }
    }
}

import ConsoleViewModels
import TerminalCanvas

/// What failed and what to do, over as many lines as it takes.
enum ProblemView {
    /// Returns the row after the last line.
    @discardableResult
    static func draw(_ problem: Problem, row: Int, column: Int, width: Int, into buffer: ScreenBuffer) -> Int {
        var row = row
        for line in Paragraph.lines("\(buffer.sign(.failed)) \(problem.summary)", width: width) {
            buffer.write(line, row: row, column: column, width: width, role: .failed)
            row += 1
        }
        for line in Paragraph.lines(problem.advice, width: width) {
            buffer.write(line, row: row, column: column, width: width)
            row += 1
        }
        let origin = [problem.code, problem.requestID.isEmpty ? "" : "request \(problem.requestID)"]
            .filter { !$0.isEmpty }.joined(separator: "  ")
        if !origin.isEmpty {
            buffer.write(origin, row: row, column: column, width: width, role: .muted)
            row += 1
        }
        return row
    }
}

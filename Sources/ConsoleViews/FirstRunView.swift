import ConsoleViewModels
import TerminalCanvas

/// There are no credentials: what to do, on one screen.
enum FirstRunView {
    static func draw(_ model: ConsoleModel, in pane: ConsoleLayout.Pane, into buffer: ScreenBuffer) {
        PaneView.draw(pane, title: "Welcome to curtain", of: model, into: buffer)
        let area = pane.content
        let width = min(area.columns - 8, 90)
        var row = area.row + 1
        if case .failed(let problem) = model.identity {
            row = ProblemView.draw(problem, row: row, column: 4, width: width, into: buffer) + 1
        }
        let lines = words.flatMap { text, role in
            text.isEmpty ? [("", role)] : Paragraph.lines(text, width: width).map { ($0, role) }
        }
        // A long reason takes the room of the gaps, the last first, and then of the last words.
        let end = area.row + area.rows
        var gaps = max(0, end - row - lines.count(where: { !$0.0.isEmpty }))
        for (line, role) in lines where row < end {
            if line.isEmpty {
                guard gaps > 0 else { continue }
                gaps -= 1
            }
            buffer.write(line, row: row, column: role == .keyHint ? 8 : 4, width: width, role: role)
            row += 1
        }
    }

    /// The same for line mode.
    static func lines(of model: ConsoleModel) -> [String] {
        var lines = ["Welcome to curtain."]
        if case .failed(let problem) = model.identity { lines.append("Failed: \(problem.line)") }
        return lines + words.map(\.0).filter { !$0.isEmpty }
    }

    private static let words: [(String, StyleRole)] = [
        ("curtain uses the credentials that the AWS CLI uses. Give it some in one of these ways:", .text), ("", .text),
        ("curtain --profile NAME", .keyHint), ("aws configure", .keyHint),
        ("export AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=... AWS_REGION=...", .keyHint), ("", .text),
        ("Then press R here. To look around without an account, leave with q and run", .text), ("", .text),
        ("curtain demo", .keyHint), ("", .text),
        ("It starts an AWS stand-in on this machine, with a small company in it.", .muted)
    ]
}

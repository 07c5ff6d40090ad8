import FoundationEssentials
import Inventory
import TerminalCanvas

/// The end of a function's log: what Lambda tells of each invocation, and that the function wrote something.
extension Report {
    static func log(_ log: FunctionLog) -> Report {
        let lines = log.lines.map { line in
            let (word, role, words) = line.words
            return Line([
                .text(WallTime(line.time.timeIntervalSince1970).toSecond, .muted), .text(word, role), .text(words),
                .text(line.requestID.map { String($0.prefix(8)) } ?? "", .muted)
            ])
        }
        let span = "the last \(Int(FunctionLog.span / 60)) minutes"
        let closed = [
            "What the function writes stays closed: it may hold values.", "aws logs tail \(log.group) shows it."
        ].map { Line([.text($0, .muted)], isProse: true) }
        let sections =
            lines.isEmpty
            ? [Section("", lines: [Line([.text("nothing was logged in \(span)", .muted)], isProse: true)])]
            : [Section("", heads: ["TIME", "WHAT", "", "REQUEST"], lines: lines)]
        return Report(
            sections + [Section("", lines: closed)],
            remark: log.isCut ? "the last \(log.lines.count) lines" : span)
    }
}

extension FunctionLogLine {
    /// A word with its role, and what else there is to say.
    fileprivate var words: (String, StyleRole, String) {
        switch event {
        case .environmentStarts(let runtime):
            ("INIT", .muted, runtime.map { "new environment, \($0)" } ?? "new environment")
        case .starts(let version): ("START", .text, version.map { "version \($0)" } ?? "")
        case .ends: ("END", .muted, "")
        case .reports(let report): ("REPORT", .ok, report.words)
        case .timesOut(let seconds): ("TIMEOUT", .danger, "timed out after \(Self.number(seconds)) s")
        case .written(let level, let error, let size):
            (
                level?.rawValue ?? "-", level?.isBad == true ? .danger : level == .warn ? .stale : .muted,
                (error.map { "\($0), " } ?? "") + "closed, \(size.rawValue)"
            )
        }
    }

    fileprivate static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 100).rounded() / 100)
    }
}

extension FunctionLogLine.Report {
    fileprivate var words: String {
        func text(_ value: Double?, _ unit: String, _ word: String) -> String? {
            value.map { "\(word)\(FunctionLogLine.number($0)) \(unit)" }
        }
        let used = memoryUsed.map { used in
            let used = FunctionLogLine.number(used)
            return memory.map { "used \(used) of \(FunctionLogLine.number($0)) MB" } ?? "used \(used) MB"
        }
        return [
            text(milliseconds, "ms", ""), used, text(startMilliseconds, "ms", "start "),
            text(billedMilliseconds, "ms", "billed ")
        ].compactMap(\.self).joined(separator: ", ")
    }
}

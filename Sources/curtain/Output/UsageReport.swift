import ArgumentParser
import ForeignText
import Glibc

/// What the parser has to say: help and version on standard output, a mistake in one line and the usage
/// on standard error.
struct UsageReport {
    let status: ExitStatus
    let text: String

    init(_ error: any Error) {
        let wasWrong = CurtainCommand.exitCode(for: error) != .success
        status = wasWrong ? .usage : .done
        let full = CurtainCommand.fullMessage(for: error)
        text = wasWrong && full.hasPrefix("Error: ") ? "curtain: " + full.dropFirst("Error: ".count) : full
    }

    init(status: ExitStatus, text: String) {
        self.status = status
        self.text = text
    }

    static func missingSubcommand(of command: any ParsableCommand.Type) -> UsageReport {
        let name = command._commandName
        return UsageReport(
            status: .usage,
            text: "curtain: \(name) needs one of its commands.\nUsage: " + CurtainCommand.usageString(for: command))
    }

    func print() -> ExitStatus {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            ForeignText.visible(String($0))
        }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        bytes.withUnsafeBytes { _ = DescriptorSink.writeAll($0, to: status == .done ? STDOUT_FILENO : STDERR_FILENO) }
        return status
    }
}

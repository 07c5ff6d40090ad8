import ArgumentParser

@testable import curtain

/// docs/commands.md and docs/exit-codes.md, made from the command tree and the table of exit codes.
enum CommandReference {
    static var commands: String {
        var page = """
            # Commands

            Generated from the command tree; `CURTAIN_WRITE_DOCS=1 swift test --filter CommandReference` writes it anew.
            Every command has `--help`; `curtain --generate-completion-script bash|zsh|fish` prints completions.

            ## curtain

            ```
            \(help(CurtainCommand.self))
            ```

            """
        for command in CurtainCommand.configuration.subcommands { add(command, under: "curtain", to: &page) }
        return page
    }

    static var exitCodes: String {
        var page = """
            # Exit codes

            Generated like commands.md. Where some of several lists failed, what worked is printed, each failure is a line
            on standard error, and the exit code is the first failure's.

            | code | means |
            |---|---|

            """
        for status in ExitStatus.allCases { page += "| \(status.rawValue) | \(status.meaning) |\n" }
        return page
    }

    private static func add(_ command: any ParsableCommand.Type, under parent: String, to page: inout String) {
        let name = parent + " " + (command.configuration.commandName ?? command._commandName)
        page += "\n## \(name)\n\n```\n\(help(command))\n```\n"
        for subcommand in command.configuration.subcommands { add(subcommand, under: name, to: &page) }
    }

    /// The help without the options of every command, which stand once at the top.
    private static func help(_ command: any ParsableCommand.Type) -> String {
        let whole = CurtainCommand.helpMessage(for: command, includeHidden: false, columns: 100)
        var lines: [Substring] = []
        var isSkipping = false
        for line in whole.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("OPTIONS OF EVERY COMMAND:"), command != CurtainCommand.self {
                isSkipping = true
            } else if isSkipping, !line.hasPrefix(" "), !line.isEmpty {
                isSkipping = false
            }
            if !isSkipping { lines.append(line) }
        }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

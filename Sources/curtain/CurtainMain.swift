import ArgumentParser
import Glibc
import SensitiveMemory

/// The entry: hardening first, then the command line, then the command.
@main
enum CurtainMain {
    static func main() {
        ProcessHardening.apply()
        // A reader that goes away is told by write(2), not by a signal.
        signal(SIGPIPE, SIG_IGN)
        let command: any ParsableCommand
        do {
            command = try CurtainCommand.parseAsRoot(DemoCommand.named(Array(CommandLine.arguments.dropFirst())))
        } catch {
            exit(UsageReport(error).print().rawValue)
        }
        switch command {
        case let console as CurtainCommand: exit(console.open().rawValue)
        case let demo as DemoCommand: exit(run(demo).rawValue)
        case let runnable as any RunnableCommand: CommandRunner.run(runnable)
        case let group as any CommandGroup: exit(UsageReport.missingSubcommand(of: type(of: group)).print().rawValue)
        default: exit(runByParser(command).rawValue)
        }
    }

    private static func run(_ demo: DemoCommand) -> ExitStatus {
        do {
            return try demo.run(environment: .ofProcess)
        } catch {
            let report = FailureReport(error)
            if let line = report.line { StandardError.line(line) }
            return report.status
        }
    }

    /// The parser's own command, `help`, says what it has to say by throwing it.
    private static func runByParser(_ command: any ParsableCommand) -> ExitStatus {
        var command = command
        do {
            try command.run()
            return .done
        } catch {
            return UsageReport(error).print()
        }
    }
}

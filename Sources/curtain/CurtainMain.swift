import ArgumentParser
import Glibc

/// The entry: hardening first, then the command line, then the command.
@main
enum CurtainMain {
    static func main() {
        // A reader that goes away is told by write(2), not by a signal.
        signal(SIGPIPE, SIG_IGN)
        let command: any ParsableCommand
        do {
            command = try CurtainCommand.parseAsRoot()
        } catch {
            exit(UsageReport(error).print().rawValue)
        }
        switch command {
        case let console as CurtainCommand: exit(console.open().rawValue)
        case let runnable as any RunnableCommand: CommandRunner.run(runnable)
        default: exit(UsageReport.missingSubcommand(of: type(of: command)).print().rawValue)
        }
    }
}

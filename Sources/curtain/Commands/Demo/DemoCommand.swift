import ArgumentParser
import Glibc
import Operations
import StateFiles

/// `curtain demo`
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the console on a broken little company in an AWS stand-in on this machine.",
        discussion: """
            Needs Python 3.10 or newer; the stand-in is installed into a folder of its own. What was started is \
            stopped when the console is left. Audit trail and plans of the demo are kept apart from your own.

            With --incident a leak is played, to practise: a paste is found, somebody reads while the clock runs, and when \
            the console is left it says how long you took, against the runbook.
            """)

    @Flag(name: .long, help: "Forget the demo's audit trail and plans first.")
    var reset = false

    @Flag(name: .customLong("drill"), help: "Play a leak, to practise; `demo --incident` is the same.")
    var drill = false

    @Flag(
        name: .customLong("no-console"), help: "Do not open the console: wait for Enter or the end of standard input.")
    var noConsole = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    /// Starts, opens, stops. No thread of ours runs meanwhile.
    func run(environment: ProcessEnvironment) throws -> ExitStatus {
        if !noConsole, let obstacle = ConsoleEntry.obstacle(environment) { throw OperationFailure(.usage, obstacle) }
        let session = try Session(options: global, environment: environment)
        guard let binary = ProgramPath.ofThisProcess(),
            let folder = DemoFolder.find(binary: binary, environment: environment)
        else {
            throw OperationFailure(
                .notFound,
                "the demo's files are not here; install curtain with `make install`, or name their folder in "
                    + "CURTAIN_DEMO_DIR")
        }
        guard let python = ProgramPath.find("python3", in: environment) else {
            throw OperationFailure(
                .unreachable, "python3 is not installed; on Debian: apt-get install python3 python3-venv")
        }
        let state = session.folders.state + "/demo"
        if reset { try OwnFolder.remove(OwnFolder.present(["demo"], in: session.folders.state)) }
        var drill = drill ? try Drill(in: state) : nil
        let standIn = try StandIn.start(
            python: python, folder: folder, options: drill.map { ["--incident", "--drill", $0.path] } ?? [],
            environment: DemoEnvironment.inherited { _ in true })
        defer { standIn.stop() }
        // Keys such as Ctrl-C are the console's; it alone decides when it ends.
        signal(SIGINT, SIG_IGN)
        let entries = DemoEnvironment.entries(for: standIn.address, state: state)
        try drill?.write(entries)
        try drill?.brief()
        let status = try work(entries, binary, isDrill: drill != nil)
        try drill?.tell()
        return status
    }

    private func work(_ entries: [String], _ binary: String, isDrill: Bool) throws -> ExitStatus {
        if noConsole {
            Drill.print("Enter ends it.\n")
            _ = Drill.waitForEnter()
            return .done
        }
        if isDrill {
            Drill.print("Enter opens the console.\n")
            if Drill.waitForEnter() { return .done }
        }
        let console = try ChildProcess.start(binary, consoleArguments, environment: entries)
        return ExitStatus(rawValue: console.wait()) ?? .failed
    }

    /// The options that the console takes over.
    private var consoleArguments: [String] {
        var result: [String] = []
        if let theme = global.theme { result += ["--theme", theme] }
        if global.noColor { result.append("--no-color") }
        if global.readOnly { result.append("--read-only") }
        if global.share { result.append("--share") }
        if let config = global.config { result += ["--config", config] }
        return result
    }
}

extension DemoCommand {
    /// The arguments with `demo --incident` as the parser knows it: elsewhere `--incident` names one.
    static func named(_ arguments: [String]) -> [String] {
        guard let place = arguments.firstIndex(of: "demo"), place == arguments.firstIndex(where: { !$0.hasPrefix("-") })
        else { return arguments }
        return arguments.enumerated().map { $0.offset > place && $0.element == "--incident" ? "--drill" : $0.element }
    }
}

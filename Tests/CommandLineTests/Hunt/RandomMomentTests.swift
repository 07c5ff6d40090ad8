import Emulator
import FoundationEssentials
import Glibc
import TerminalDriver
import Testing

/// Ends programs at moments that nobody chose, and searches what they left. CURTAIN_HUNT_ROUNDS makes it longer.
@Suite("The hunt at random moments", .serialized, .enabled(if: access("/usr/bin/strace", X_OK) == 0))
struct RandomMomentTests {
    /// Something that a person does in the console, without waiting for what it brings.
    private enum Act: CaseIterable {
        case parameters, secrets, functions, detail, back, reveal, close, filter, share, help

        func perform(on terminal: TmuxTerminal) throws {
            switch self {
            case .parameters: try terminal.enter(":parameters")
            case .secrets: try terminal.enter(":secrets")
            case .functions: try terminal.enter(":functions")
            case .detail: try terminal.key("Enter")
            case .back: try terminal.key("Escape")
            case .reveal:
                try terminal.enter(":parameters")
                try terminal.key("x")
                try terminal.enter("a hunt at random")
                try terminal.key("Enter")
            case .close: try terminal.key("x")
            case .filter: try terminal.enter("/prod")
            case .share: try terminal.key("S")
            case .help: try terminal.key("?")
            }
        }
    }

    private static var rounds: Int { getenv("CURTAIN_HUNT_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 6 }

    private let account = HuntedAccount()

    @Test("killed at a random system call, no command leaves a value behind, and the trail goes on")
    func commands() async throws {
        let world = try TemporaryWorld()
        let script = account.script()
        let aws = try Emulator { script.answer(to: $0) }
        defer { aws.stop() }
        let hunt = LeakHunt(account.all)
        let environment = CurtainBinary.entries(world, account.variables(aws, world))
        let lines =
            HuntedCommand.lines.shuffled().prefix(Self.rounds * 3) + [["reveal", "param:/prod/db", "--note", "a hunt"]]
        var killed = 0
        for line in lines {
            // Loading its libraries alone takes a program more than 150 calls; a list takes some 1,500.
            let moment = Int.random(in: 1...(Bool.random() ? 150 : 1500))
            let run = try await WatchedRun(
                try CurtainBinary.path(), line, environment: environment, in: world, endpoint: aws.port,
                killedAt: moment)
            let isReveal = line.first == "reveal"
            let found = try run.leaks(hunt, world: world).filter {
                !(isReveal && $0.canary == account.parameter.name && $0.channel == "standard output")
            }
            #expect(found.isEmpty, "\(line.joined(separator: " ")), killed at call \(moment): \(found)")
            if run.status == 128 + SIGKILL { killed += 1 }
        }
        #expect(killed > 0, "no run was killed")
        let after = try await CurtainBinary.run(
            ["reveal", "param:/prod/db", "--note", "afterwards"], in: world, environment: account.variables(aws, world))
        #expect(after.status == 0 && after.output.contains(account.parameter.text), "\(after.error)")
        let verified = try await CurtainBinary.run(["audit", "verify"], in: world)
        #expect(verified.status == 0, "\(verified.output) \(verified.error)")
    }

    @Test(
        "searched and killed at a random moment, the console has nothing in memory but what was opened, and leaves nothing"
    )
    func console() throws {
        let hunt = LeakHunt(account.all)
        let inMemory = LeakHunt(account.all.filter { $0 != account.accessKey && $0 != account.sessionToken })
        for _ in 0..<Self.rounds {
            let played = try PlayedWorld(account.script())
            let console = try ConsoleTerminal(
                played, around: ConsoleTerminal.kept, environment: account.variables(played.aws, played.world))
            try console.terminal.wait(for: "pay")
            let acts = (0..<Int.random(in: 1...6)).map { _ in Act.allCases[Int.random(in: Act.allCases.indices)] }
            for act in acts { try act.perform(on: console.terminal) }
            let wait = UInt32.random(in: 0..<60_000)
            usleep(wait)
            let round: Comment = "\(acts), and \(wait) µs"
            // The shell, curtain's parent, the console, and perhaps a program that looks for other viewers.
            let tree = ProcessMemory.tree(of: try #require(pid_t(try console.terminal.format("#{pane_pid}"))))
                .dropFirst()
            try #require(tree.count >= 2, round)
            if getuid() == 0 {
                let opened = acts.contains(.reveal) ? [account.parameter.name] : []
                var strangers: Set<Leak> = []
                // An answer of Lambda's passes through at some moments; none of it may stay.
                for _ in 0..<20 {
                    strangers = try tree.reduce(into: Set<Leak>()) {
                        $0.formUnion(try ProcessMemory.search($1, with: inMemory))
                    }
                    .filter { !opened.contains($0.canary) }
                    guard !strangers.isEmpty else { break }
                    usleep(100_000)
                }
                #expect(strangers.isEmpty, round)
            }
            kill(tree[2], SIGKILL)
            try console.terminal.wait(for: "the console was killed (signal 9)")
            #expect(hunt.search(Array(try console.terminal.history().utf8), channel: "the terminal") == [], round)
            for path in try FileManager.default.subpathsOfDirectory(atPath: played.world.home) {
                guard let contents = FileManager.default.contents(atPath: played.world.home + "/" + path) else {
                    continue
                }
                #expect(hunt.search(Array(contents), channel: path) == [], round)
            }
        }
    }
}

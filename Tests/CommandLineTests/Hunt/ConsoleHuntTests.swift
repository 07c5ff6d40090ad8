import Emulator
import Glibc
import TerminalDriver
import Testing

/// The console on a terminal, every screen searched, and then its memory. Memory needs root; the rest does not.
@Suite("The hunt in the console", .serialized)
struct ConsoleHuntTests {
    private let account = HuntedAccount()

    private func console(
        _ script: ScriptedAnswers, around: String = "sh -c '%'"
    ) throws -> (PlayedWorld, ConsoleTerminal) {
        let played = try PlayedWorld(script)
        let environment = account.variables(played.aws, played.world)
        return (played, try ConsoleTerminal(played, around: around, environment: environment))
    }

    /// The screen and its history, searched.
    private func expectClean(_ console: ConsoleTerminal, _ hunt: LeakHunt, _ place: String) throws {
        let found = hunt.search(Array(try console.terminal.history().utf8), channel: "the terminal")
        #expect(found.isEmpty, "\(place): \(found)")
    }

    @Test("no screen shows a value that was not asked for")
    func screens() throws {
        let (played, console) = try console(account.script())
        let hunt = LeakHunt(account.all)
        try console.terminal.wait(for: "pay")
        for (command, sign) in [
            ("functions", "pay"), ("parameters", "/prod/db"), ("secrets", "prod/db"), ("kms", "orders")
        ] {
            try console.terminal.enter(":" + command)
            try console.terminal.wait(for: sign)
            try expectClean(console, hunt, command)
            try console.terminal.key("Enter")
            try console.terminal.wait(for: "esc")
            try expectClean(console, hunt, "the detail of \(command)")
            try console.terminal.key("Escape")
        }
        for key in ["?", "S"] {
            try console.terminal.key(key)
            try expectClean(console, hunt, key)
            try console.terminal.key("Escape")
        }
        let files = hunt.search(Array(played.world.auditLines().joined().utf8), channel: "the audit trail")
        #expect(files.isEmpty)
    }

    @Test(
        "after a value is closed no byte of it is in memory, and of a value that was listed there never was",
        .enabled(if: getuid() == 0))
    func memory() throws {
        let (played, console) = try console(account.script())
        // What was given in the environment stays in the process's first pages: docs/security.md says so.
        let hunt = LeakHunt(account.all.filter { $0 != account.accessKey && $0 != account.sessionToken })
        try console.terminal.wait(for: "pay")
        let process = try #require(pid_t(try console.terminal.format("#{pane_pid}")))
        func search() throws -> Set<Leak> {
            try ProcessMemory.tree(of: process).reduce(into: []) {
                $0.formUnion(try ProcessMemory.search($1, with: hunt))
            }
        }
        #expect(try search() == [], "only listed")
        try console.terminal.enter(":parameters")
        try console.terminal.wait(for: "/prod/db")
        try console.terminal.key("Enter")
        try console.terminal.wait(for: "esc")
        try console.terminal.key("Escape")
        try console.reveal(note: "a hunt in memory")
        try console.terminal.wait(for: account.parameter.text)
        let open = try search()
        #expect(open.contains { $0.canary == account.parameter.name }, "the search finds nothing that is there")
        #expect(open.allSatisfy { $0.canary == account.parameter.name }, "\(open)")
        try console.terminal.key("x")
        try console.terminal.wait(for: "MASKED")
        #expect(try search() == [], "closed")
        #expect(!(try console.terminal.history().contains(account.parameter.text.prefix(16))))
        withExtendedLifetime(played) {}
    }

    @Test(
        "in line mode what was shown is on no terminal and in no memory once it is hidden", .enabled(if: getuid() == 0))
    func lines() throws {
        let played = try PlayedWorld(account.script())
        let environment = account.variables(played.aws, played.world).merging(["CURTAIN_ACCESSIBLE": "1"]) { $1 }
        let console = try ConsoleTerminal(played, environment: environment)
        let hunt = LeakHunt(account.all.filter { $0 != account.accessKey && $0 != account.sessionToken })
        try console.terminal.wait(for: "functions, ")
        try console.terminal.enter(":reveal param:/prod/db")
        try console.terminal.wait(for: "Why, or nothing to cancel:")
        try console.terminal.enter("a hunt in lines")
        try console.terminal.wait(for: account.parameter.text)
        try console.terminal.enter("")
        try console.terminal.wait(for: "masked again")
        try expectClean(console, LeakHunt(account.all), "hidden")
        let process = try #require(pid_t(try console.terminal.format("#{pane_pid}")))
        let left = try ProcessMemory.tree(of: process).reduce(into: Set<Leak>()) {
            $0.formUnion(try ProcessMemory.search($1, with: hunt))
        }
        #expect(left == [])
        withExtendedLifetime(played) {}
    }

    @Test("killed while a value is shown, nothing of it stays on the terminal or on the disk")
    func killed() throws {
        let (played, console) = try console(account.script(), around: ConsoleTerminal.kept)
        try console.terminal.wait(for: "pay")
        try console.terminal.enter(":parameters")
        try console.terminal.wait(for: "/prod/db")
        try console.reveal(note: "a hunt that ends badly")
        try console.terminal.wait(for: account.parameter.text)
        let process = try #require(pid_t(try console.terminal.format("#{pane_pid}")))
        // The shell, curtain's parent, the console.
        let tree = ProcessMemory.tree(of: process)
        try #require(tree.count >= 3)
        kill(tree[2], SIGKILL)
        try console.terminal.wait(for: "the console was killed (signal 9)")
        let hunt = LeakHunt(account.all)
        try expectClean(console, hunt, "after SIGKILL")
        #expect(hunt.search(Array(played.world.auditLines().joined().utf8), channel: "the audit trail").isEmpty)
    }

    @Test(
        "the memory of another process is searched in every form", .enabled(if: getuid() == 0),
        arguments: LeakForm.allCases)
    func selfTest(form: LeakForm) async throws {
        let canary = Canary("planted")
        let world = try TemporaryWorld()
        try world.write(bytes: form.encode(Array("before ".utf8) + canary.bytes), to: "planted")
        let run = try ProcessRun(
            "/usr/bin/env",
            [
                "python3", "-c",
                "import signal; held = open('\(world.home)/planted', 'rb').read(); print('ready', flush=True); signal.pause()"
            ],
            environment: CurtainBinary.entries(world, ["PATH": getenv("PATH").map { String(cString: $0) }]),
            in: world.home)
        defer { kill(run.id, SIGKILL) }
        for _ in 0..<2000 where try run.output().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        let tree = ProcessMemory.tree(of: run.id)
        let found = try tree.reduce(into: Set<Leak>()) {
            $0.formUnion(try ProcessMemory.search($1, with: LeakHunt([canary])))
        }
        let said = try run.output() + run.error()
        #expect(found.contains { $0.form == form }, "\(found) in \(tree), which said \(said)")
    }
}

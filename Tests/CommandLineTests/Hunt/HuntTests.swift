import Emulator
import Glibc
import Testing

/// Plants a canary wherever a value can be, runs everything, and searches whatever left the process.
@Suite("The hunt", .serialized, .enabled(if: access("/usr/bin/strace", X_OK) == 0))
struct HuntTests {
    private let account = HuntedAccount()
    private let world: TemporaryWorld

    init() throws { world = try TemporaryWorld() }

    private func leaks(
        _ line: [String], _ aws: Emulator, sparing: Set<String> = [], _ hunt: LeakHunt
    ) async throws -> Set<Leak> {
        let run = try await WatchedRun(
            try CurtainBinary.path(), line, environment: CurtainBinary.entries(world, account.variables(aws, world)),
            in: world, endpoint: aws.port)
        return try run.leaks(hunt, world: world).filter { !sparing.contains($0.canary) }
    }

    @Test("no command prints, keeps or passes on a value that was not asked for")
    func commands() async throws {
        let script = account.script()
        let aws = try Emulator { script.answer(to: $0) }
        defer { aws.stop() }
        let hunt = LeakHunt(account.all)
        for line in HuntedCommand.lines {
            let found = try await leaks(line, aws, hunt)
            #expect(found.isEmpty, "\(line.joined(separator: " ")): \(found)")
        }
        // And nothing of the kind was sent anywhere in the endpoint's own requests.
        let sent = aws.requests.flatMap { Array($0.target.utf8) + $0.body }
        #expect(hunt.search(sent, channel: "requests").isEmpty)
    }

    @Test("an error that quotes a value, and an answer that breaks off behind one, are not repeated")
    func errors() async throws {
        let hunt = LeakHunt(account.all)
        for play in [account.refusing(), account.breaking()] {
            let aws = try Emulator(play)
            defer { aws.stop() }
            for line in [
                ["list", "functions", "parameters", "secrets", "keys", "-v"], ["show", "fn:pay", "-o", "json"],
                ["reveal", "secret:prod/db", "--note", "a hunt"], ["reveal", "env:pay/DB_PASSWORD", "--note", "a hunt"],
                ["compare", "param:/prod/db", "secret:prod/db", "--note", "a hunt"]
            ] {
                let found = try await leaks(line, aws, hunt)
                #expect(found.isEmpty, "\(line.joined(separator: " ")): \(found)")
            }
        }
    }

    @Test("reveal prints the one value that was asked for, once, and nothing else leaves")
    func reveal() async throws {
        let script = account.script()
        let aws = try Emulator { script.answer(to: $0) }
        defer { aws.stop() }
        let hunt = LeakHunt(account.all)
        for (reference, canary) in [
            ("secret:prod/db#/password", account.field), ("env:pay/DB_PASSWORD", account.variable),
            ("param:/prod/db", account.parameter)
        ] {
            let found = try await leaks(["reveal", reference, "--note", "a hunt", "-v"], aws, hunt)
            #expect(
                found == [Leak(canary: canary.name, form: .plain, channel: "standard output")], "\(reference): \(found)"
            )
        }
    }

    @Test("a leak in each channel and each form is found", arguments: LeakForm.allCases)
    func selfTest(form: LeakForm) async throws {
        let canary = Canary("planted")
        let hunt = LeakHunt([canary])
        let elsewhere = try TemporaryWorld()
        let leaked = form.encode(Array("before ".utf8) + canary.bytes + Array(" behind".utf8))
        try elsewhere.write(bytes: leaked, to: "planted")
        let planted = elsewhere.home + "/planted"
        // Arguments and variables end at a NUL, so UTF-16 cannot stand in them.
        let hasNUL = leaked.contains(0)
        let channels: [(channel: String, script: String)] =
            [
                ("standard output", "cat '\(planted)'"), ("standard error", "cat '\(planted)' >&2"),
                ("the file kept", "cat '\(planted)' > \"$HOME/kept\"")
            ]
            + (hasNUL
                ? []
                : [
                    ("a child's arguments or environment", "/bin/true \"$(cat '\(planted)')\""),
                    ("a child's arguments or environment", "X=\"$(cat '\(planted)')\" /bin/true")
                ])
        for (channel, script) in channels {
            let world = try TemporaryWorld()
            let run = try await WatchedRun(
                "/bin/sh", ["-c", script], environment: CurtainBinary.entries(world, [:]), in: world, endpoint: 1)
            let found = try run.leaks(hunt, world: world)
            #expect(found.contains(Leak(canary: "planted", form: form, channel: channel)), "\(script): \(found)")
        }
    }

    @Test("half a value, and a value in the middle of another's base64, are found; chance is not")
    func pieces() {
        let canary = Canary("planted")
        let hunt = LeakHunt([canary])
        #expect(!hunt.search(Array(canary.bytes.prefix(20)), channel: "x").isEmpty)
        #expect(!hunt.search(Array(canary.bytes.suffix(16)), channel: "x").isEmpty)
        for lead in 0..<4 {
            let text = LeakForm.base64.encode(Array(repeating: 0x41, count: lead) + canary.bytes + [0x42])
            #expect(hunt.search(text, channel: "x").map(\.form) == [.base64])
        }
        #expect(hunt.search(Array(Canary("other").text.utf8), channel: "x").isEmpty)
    }

    @Test("a connection to another place than the endpoint is found")
    func network() async throws {
        let port = try LoopbackSocket.closedPort()
        let run = try await WatchedRun(
            "/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"], environment: CurtainBinary.entries(world, [:]),
            in: world, endpoint: port == 1 ? 2 : 1)
        #expect(try run.leaks(LeakHunt([]), world: world).contains { $0.channel == "network" })
    }
}

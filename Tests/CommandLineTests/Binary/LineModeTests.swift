import Emulator
import Testing

@Suite("The console in line mode")
struct LineModeTests {
    private func start(_ played: PlayedWorld, term: String = "xterm-256color") throws -> TerminalRun {
        try TerminalRun(
            try CurtainBinary.path(), ["--accessible"],
            environment: CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url, "TERM": term]),
            output: "/dev/tty")
    }

    @Test("lists, details and one value with its note; what was shown is taken back and on record")
    func whole() async throws {
        let played = try PlayedWorld()
        played.script.set("secretsmanager:GetSecretValue", PlayedAccount.secretValue("CANARY-line-mode"))
        let run = try start(played)
        #expect(try await run.read(until: "functions, ").contains("line mode"))
        run.type(":secret:prod/db\n")
        _ = try await run.read(until: "prod/db")
        run.type("x\n")
        _ = try await run.read(until: "Why, or nothing to cancel: ")
        run.type("a test of line mode\n")
        let shown = try await run.read(until: "Enter hides it: ")
        #expect(shown.contains("\u{1B}[?1049h") && shown.contains("CANARY-line-mode"))
        run.type("\n")
        let hidden = try await run.read(until: "\u{1B}[?1049l")
        #expect(hidden.contains("\u{1B}[2J\u{1B}[3J"))
        run.type("Q\n")
        let (status, rest) = try await run.end()
        #expect(status == 0)
        #expect(!rest.contains("CANARY"))
        let events = played.world.auditLines().joined()
        for event in ["session.started", "reveal.requested", "reveal.shown", "reveal.masked", "session.ended"] {
            #expect(events.contains(event), "\(event)")
        }
    }

    @Test("a terminal that cannot take a value back is shown none, and nothing is fetched")
    func dumb() async throws {
        let played = try PlayedWorld()
        let run = try start(played, term: "dumb")
        _ = try await run.read(until: "functions, ")
        run.type(":reveal secret:prod/db\n")
        _ = try await run.read(until: "Why, ")
        run.type("a test of line mode\n")
        _ = try await run.read(until: "could not take a value back")
        run.type("Q\n")
        #expect(try await run.end().status == 0)
        #expect(!played.aws.requests.contains { $0.operation == "secretsmanager:GetSecretValue" })
    }
}

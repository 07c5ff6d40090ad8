import Emulator
import FoundationEssentials
import StrictJSON
import Testing

@Suite("reveal")
struct RevealTests {
    private let note = ["--note", "a test of the curtain"]

    private func reveal(
        _ played: PlayedWorld, _ arguments: [String], environment: [String: String?] = [:]
    ) async throws -> CurtainBinary.Outcome {
        try await CurtainBinary.run(
            ["reveal"] + arguments, in: played.world,
            environment: ["AWS_ENDPOINT_URL": played.aws.url].merging(environment) { $1 })
    }

    private func events(_ played: PlayedWorld) throws -> [String?] {
        try played.world.auditLines().map { try JSONDocument($0).root["event"]?.string }
    }

    @Test("the exact bytes, nothing added, and the reason on record first")
    func exactBytes() async throws {
        let played = try PlayedWorld()
        played.script.set("secretsmanager:GetSecretValue", PlayedAccount.secretValue("a\\u001b[2J\\nb\\u0000"))
        let run = try await reveal(played, ["secret:prod/db"] + note)
        #expect(run.status == 0, "\(run.error)")
        #expect(Array(run.output.utf8) == Array("a\u{1B}[2J\nb\u{0}".utf8))
        #expect(run.error.isEmpty)
        #expect(
            try events(played) == [
                "session.started", "reveal.requested", "reveal.shown", "reveal.masked", "session.ended"
            ])
        let trail = played.world.auditLines().joined()
        #expect(trail.contains("a test of the curtain") && trail.contains("arn:aws:iam::111122223333:user/tester"))
        #expect(trail.contains("value-1"))
    }

    @Test("the value is on no record, log or error")
    func noTrace() async throws {
        let played = try PlayedWorld()
        let run = try await reveal(played, ["secret:prod/db", "-v"] + note)
        #expect(run.output == PlayedAccount.canary)
        #expect(!run.error.contains(PlayedAccount.canary))
        #expect(!played.world.auditLines().joined().contains(PlayedAccount.canary))
    }

    @Test("one field of a JSON secret")
    func field() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:GetSecretValue",
            PlayedAccount.secretValue("{\\\"user\\\":\\\"app\\\",\\\"password\\\":\\\"pw-canary\\\"}"))
        let run = try await reveal(played, ["secret:prod/db#/password"] + note)
        #expect(run.output == "pw-canary")
    }

    @Test(
        "no note, an empty one, blanks: exit 77 and nothing is sent",
        arguments: [
            [], ["--note", ""], ["--note", "   "], ["--note", "x"]
        ])
    func noNote(arguments: [String]) async throws {
        let played = try PlayedWorld()
        let run = try await reveal(played, ["secret:prod/db"] + arguments)
        #expect(run.status == 77)
        #expect(run.errorLines.count == 1)
        #expect(run.output.isEmpty)
        #expect(played.aws.requests.isEmpty)
    }

    @Test(
        "read-only and share mode refuse: exit 77 and nothing is sent",
        arguments: [
            (["--read-only"], [:]), (["--share"], [:]), ([], ["CURTAIN_READ_ONLY": "1"]), ([], ["CURTAIN_SHARE": "1"])
        ] as [([String], [String: String?])])
    func modes(arguments: [String], environment: [String: String?]) async throws {
        let played = try PlayedWorld()
        let run = try await reveal(played, ["secret:prod/db"] + note + arguments, environment: environment)
        #expect(run.status == 77)
        #expect(played.aws.requests.isEmpty)
    }

    @Test("an audit trail that cannot be written: exit 74 and nothing is sent")
    func unwritable() async throws {
        let played = try PlayedWorld()
        try played.world.write("a file, no folder", to: "blocked")
        let run = try await reveal(
            played, ["secret:prod/db"] + note, environment: ["CURTAIN_STATE_DIR": played.world.home + "/blocked/state"])
        #expect(run.status == 74)
        #expect(run.errorLines.count == 1)
        #expect(run.output.isEmpty)
        #expect(played.aws.requests.isEmpty)
    }

    @Test("a changed trail is not written on: exit 74")
    func tampered() async throws {
        let played = try PlayedWorld()
        _ = try await reveal(played, ["secret:prod/db"] + note)
        let before = played.aws.requests.count
        try played.world.write("", to: ".local/state/curtain/audit.jsonl")
        let run = try await reveal(played, ["secret:prod/db"] + note)
        #expect(run.status == 74)
        #expect(played.aws.requests.count == before)
        let verify = try await played.run("audit", "verify")
        #expect(verify.status == 3)
        #expect(verify.output.hasPrefix("truncated"))
    }

    @Test(
        "what is no reference is usage, what names no value too", arguments: ["nonsense:x", "fn:pay", "key:alias/x", ""]
    )
    func references(text: String) async throws {
        let played = try PlayedWorld()
        let run = try await reveal(played, [text] + note)
        #expect(run.status == 64)
        #expect(played.aws.requests.isEmpty)
    }

    @Test("no such secret: exit 66, on record")
    func notFound() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:GetSecretValue",
            .error("ResourceNotFoundException", "Secrets Manager can't find the specified secret."))
        let run = try await reveal(played, ["secret:prod/none"] + note)
        #expect(run.status == 66)
        #expect(run.error.contains("ResourceNotFoundException"))
        #expect(try events(played) == ["session.started", "reveal.requested", "reveal.failed", "session.ended"])
    }

    @Test("denied by AWS: exit 77, on record as denied")
    func denied() async throws {
        let played = try PlayedWorld()
        played.script.set("secretsmanager:GetSecretValue", .error("AccessDeniedException", "not authorized"))
        let run = try await reveal(played, ["secret:prod/db"] + note)
        #expect(run.status == 77)
        #expect(try events(played).contains("reveal.denied"))
    }

    @Test("on a terminal what would drive it is made visible, line ends and tabs stay")
    func terminal() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:GetSecretValue",
            PlayedAccount.secretValue("a\\u001b[2J\\u202eb\\tc\\nd\\re"))
        let pty = try PseudoTerminal()
        let run = try ProcessRun(
            try CurtainBinary.path(), ["reveal", "secret:prod/db"] + note,
            environment: CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url]),
            in: played.world.home, output: pty.terminal)
        #expect(try await run.end() == 0)
        #expect(pty.text() == "a<U+001B>[2J<U+202E>b\tc\r\nd<U+000D>e\r\n")
    }
}

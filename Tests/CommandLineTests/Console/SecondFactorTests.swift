import Emulator
import FoundationEssentials
import SensitiveMemory
import TerminalDriver
import Testing

@Suite("The second factor and notes that hold", .serialized)
struct SecondFactorTests {
    private func terminal(_ played: PlayedWorld, _ arguments: String) throws -> TmuxTerminal {
        let variables = CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url, "TERM": nil])
        return try TmuxTerminal(
            "env -i TERM=\"$TERM\" " + variables.joined(separator: " ") + " " + (try CurtainBinary.path()) + " "
                + arguments)
    }

    private func code(_ played: PlayedWorld, later steps: Double = 0) throws -> String {
        let key = try Data(contentsOf: URL(filePath: played.world.state + "/mfa.key"))
        let codes = TimeCode(try Array(key).withUnsafeBytes { try SecretBytes(copying: $0) })
        let code = String(codes.code(of: TimeCode.step(at: Date().timeIntervalSince1970 + steps * TimeCode.step)))
        return String(repeating: "0", count: 6 - code.count) + code
    }

    @Test("required: nothing is fetched before a code, a wrong one and a used one do not count, then it holds")
    func required() async throws {
        let played = try PlayedWorld()
        try played.world.write("[reveal]\nrequire_mfa_minutes = 5\n", to: ".config/curtain/config.toml")
        let before = try await played.run("reveal", "secret:prod/db", "--note", "before the code")
        #expect(before.status == 77)
        #expect(before.error.contains("curtain mfa enter"))
        #expect(played.aws.requests.isEmpty)
        try terminal(played, "mfa enrol").wait(for: "mfa enter")
        #expect(try await CurtainBinary.run(["mfa", "enter"], in: played.world).status != 0)
        let wrong = try terminal(played, "mfa enter")
        try wrong.wait(for: "code of the authenticator")
        try wrong.enter("000000" == (try code(played)) ? "000001" : "000000")
        try wrong.wait(for: "the code is wrong")
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "a wrong code").status == 77)
        let right = try terminal(played, "mfa enter")
        try right.wait(for: "code of the authenticator")
        let used = try code(played)
        try right.enter(used)
        let screen = try right.wait(for: "for 5 minutes")
        #expect(!screen.contains(used))
        let after = try await played.run("reveal", "secret:prod/db", "--note", "after the code")
        #expect(after.status == 0, "\(after.error)")
        #expect(after.output == PlayedAccount.canary)
        let again = try terminal(played, "mfa enter")
        try again.wait(for: "code of the authenticator")
        try again.enter(used)
        try again.wait(for: "entered already")
        let events = played.world.auditLines().filter { $0.contains("\"mfa.") }
        #expect(events.count == 4)
    }

    @Test("a note holds for the same reference, is marked, and does not renew itself")
    func heldNote() async throws {
        let played = try PlayedWorld()
        try played.world.write("[reveal]\nnote_holds_minutes = 10\n", to: ".config/curtain/config.toml")
        #expect(try await played.run("reveal", "secret:prod/db").status == 77)
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "ticket OPS-7").status == 0)
        #expect(try await played.run("reveal", "secret:prod/db").status == 0)
        #expect(try await played.run("reveal", "secret:prod/db").status == 0)
        #expect(try await played.run("reveal", "secret:prod/other").status == 77)
        let notes = played.world.auditLines().filter { $0.contains("reveal.requested") }
        #expect(notes.count == 3)
        #expect(notes.dropFirst().allSatisfy { $0.contains("\"note\":\"ticket OPS-7 (held)\"") })
    }

    @Test("an incident can be required")
    func incident() async throws {
        let played = try PlayedWorld()
        try played.world.write("[reveal]\nrequire_incident = true\n", to: ".config/curtain/config.toml")
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "no incident").status == 77)
        let run = try await played.run("reveal", "secret:prod/db", "--note", "for it", "--incident", "INC-1")
        #expect(run.status == 0, "\(run.error)")
        #expect(
            played.world.auditLines().contains { $0.contains("reveal.shown") && $0.contains("\"incident\":\"INC-1\"") })
    }
}

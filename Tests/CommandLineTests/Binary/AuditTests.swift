import Emulator
import FoundationEssentials
import Glibc
import StrictJSON
import Testing

@testable import curtain

@Suite("audit")
struct AuditTests {
    private func looked() async throws -> PlayedWorld {
        let played = try PlayedWorld()
        _ = try await played.run("reveal", "secret:prod/db", "--note", "ticket A-1 | <b>")
        played.script.set("secretsmanager:GetSecretValue", .error("AccessDeniedException", "no"))
        _ = try await played.run("reveal", "secret:prod/db", "--note", "ticket B-2")
        return played
    }

    private func count(_ played: PlayedWorld, _ arguments: String...) async throws -> Int {
        let run = try await CurtainBinary.run(["audit", "list", "-o", "jsonl"] + arguments, in: played.world)
        #expect(run.status == 0, "\(run.error)")
        return run.output.split(separator: "\n").count
    }

    @Test("list chooses by event, time, outcome, session and reference")
    func filters() async throws {
        let played = try await looked()
        #expect(try await count(played) == 9)
        #expect(try await count(played, "--event", "reveal") == 5)
        #expect(try await count(played, "--outcome", "denied") == 1)
        #expect(try await count(played, "--since", "1h") == 9)
        #expect(try await count(played, "--until", "1h") == 0)
        #expect(try await count(played, "--since", "2020-01-01", "--until", "2020-01-02T00:00:00Z") == 0)
        #expect(try await count(played, "--ref", "secret:prod/db", "--event", "reveal.shown") == 1)
        let first = try JSONDocument(played.world.auditLines()[0]).root["session"]?.string ?? ""
        #expect(try await count(played, "--session", first) == 5)
        let wrong = try await played.run("audit", "list", "--since", "yesterday")
        #expect(wrong.status == 64)
        #expect(wrong.error.contains("--since takes"))
    }

    @Test("export is a report that Markdown cannot be broken out of, or JSON, or CSV")
    func export() async throws {
        let played = try await looked()
        let report = try await played.run("audit", "export")
        #expect(report.status == 0)
        #expect(report.output.hasPrefix("# Audit report\n\n- trail: intact: 9 records"))
        #expect(report.output.contains("| ticket A-1 \\| \\<b\\> | shown, closed: printed | 0 s | value-1 |"))
        #expect(report.output.contains("| denied: AccessDeniedException |"))
        #expect(
            report.output.contains("| arn:aws:iam::111122223333:user/tester | 2 | 1 |")
                || report.output.contains("| 2 | 1 |"))
        let json = try await played.run("audit", "export", "-o", "json", "--event", "reveal.shown")
        #expect(Array(try JSONDocument(json.output).root.elements).count == 1)
        let csv = try await played.run("audit", "export", "-o", "csv")
        #expect(csv.output.hasPrefix("seq,time,event,"))
        try played.world.write("", to: ".local/state/curtain/audit.jsonl")
        let broken = try await played.run("audit", "export")
        #expect(broken.status == 3)
        #expect(broken.output.contains("- trail: truncated"))
    }

    @Test("the ship command gets each record once, without our credentials; an outage is caught up")
    func ship() async throws {
        let played = try PlayedWorld()
        let config = ".config/curtain/config.toml"
        try played.world.write("[audit]\nship = \"env > $HOME/env; cat >> $HOME/copy\"\n", to: config)
        let first = try await played.run("reveal", "secret:prod/db", "--note", "it is shipped")
        #expect(first.status == 0)
        func copy() throws -> [String] {
            String(decoding: try Data(contentsOf: URL(filePath: played.world.home + "/copy")), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        #expect(try copy() == Array(played.world.auditLines().dropLast()))
        let environment = String(
            decoding: try Data(contentsOf: URL(filePath: played.world.home + "/env")), as: UTF8.self)
        #expect(environment.contains("AWS_REGION=") && !environment.contains("SECRET"))
        try played.world.write("[audit]\nship = \"exit 7\"\n", to: config)
        let second = try await played.run("reveal", "secret:prod/db", "--note", "it is not")
        #expect(second.status == 0)
        #expect(second.output == PlayedAccount.canary)
        #expect(second.error.contains("not acknowledged"))
        #expect(try await played.run("audit", "ship").status == 1)
        try played.world.write("[audit]\nship = \"cat >> $HOME/copy\"\n", to: config)
        #expect(try await played.run("audit", "ship").status == 0)
        #expect(try copy() == Array(played.world.auditLines().dropLast()))
    }

    @Test("a command that hangs is ended with what it started, one that reads nothing has acknowledged nothing")
    func fedCommands() throws {
        signal(SIGPIPE, SIG_IGN)
        let path = ["PATH=/usr/bin:/bin"]
        #expect(FedCommand.run("cat", environment: path, input: [1, 2], seconds: 20) == .ended(0, readAll: true))
        #expect(FedCommand.run("exit 7", environment: path, input: [1], seconds: 20).status == 7)
        let large = [UInt8](repeating: 65, count: 1 << 20)
        #expect(FedCommand.run("exit 0", environment: path, input: large, seconds: 20) == .ended(0, readAll: false))
        #expect(FedCommand.run("cat", environment: path, input: large, seconds: 20) == .ended(0, readAll: true))
        #expect(FedCommand.run("sleep 60 & wait", environment: path, input: [], seconds: 0.05) == .tooLong)
        #expect(FedCommand.run("kill -9 $$", environment: path, input: [], seconds: 20) == .ended(137, readAll: true))
    }

    @Test("without a place, shipping is usage")
    func nowhere() async throws {
        #expect(try await CurtainBinary.run(["audit", "ship"], in: TemporaryWorld()).status == 64)
    }
}

extension FedCommand.Outcome {
    fileprivate var status: Int32? {
        if case .ended(let status, readAll: _) = self { status } else { nil }
    }
}

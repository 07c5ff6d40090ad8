import Emulator
import StrictJSON
import Testing

@Suite("share mode on the command line")
struct ShareTests {
    @Test("share --check tells what an audience would read")
    func check() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("share", "--check", "-o", "json")
        var reads: [String: String] = [:]
        for line in try JSONDocument(run.output).root.elements {
            reads[line["what"]?.string ?? ""] = line["reads"]?.string
        }
        #expect(reads["account"] == "1***..**33")
        #expect(reads["identity"] == "arn:aws:iam::1***..**33:user/tester")
        #expect(reads["title"] == "curtain")
        #expect(reads["environment"]?.contains("AWS_SECRET_ACCESS_KEY") == true)
        #expect(!run.output.contains("canary") && !run.output.contains("111122223333"))
        #expect(run.status == (reads["others"] == "nobody else sees this terminal" ? 0 : 3))
    }

    @Test("share --check finds a recorder, and exits 3")
    func recorder() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("share", "--check", "--offline", environment: ["ASCIINEMA_SESSION": "a1"])
        #expect(run.status == 3)
        #expect(run.output.contains("asciinema records this terminal"))
        #expect(played.aws.requests.isEmpty)
    }

    @Test("share alone is usage")
    func usage() async throws {
        #expect(try await CurtainBinary.run(["share"], in: TemporaryWorld()).status == 64)
    }

    @Test("nothing that is printed in share mode, errors too, tells the account or the session")
    func identity() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:ListSecrets",
            .error("AccessDeniedException", "User: arn:aws:sts::111122223333:assumed-role/ops/jane is not authorized"))
        let note = "the whole story of it"
        _ = try await played.run("reveal", "secret:prod/db", "--note", note)
        for command in [
            ["whoami"], ["list", "functions"], ["list", "secrets"], ["list", "keys"], ["audit", "list"],
            ["audit", "tail"]
        ] {
            for format in ["json", "table", "csv"] {
                let run = try await CurtainBinary.run(
                    command + ["-o", format, "--share"], in: played.world,
                    environment: ["AWS_ENDPOINT_URL": played.aws.url])
                let all = run.output + run.error
                #expect(!all.isEmpty)
                #expect(
                    !all.contains("111122223333") && !all.contains("jane") && !all.contains(note), "\(command) \(all)")
            }
        }
    }

    @Test("on a terminal that others see nothing is revealed, into a file it is")
    func watchedReveal() async throws {
        let played = try PlayedWorld()
        let environment = ["AWS_ENDPOINT_URL": played.aws.url, "ASCIINEMA_REC": "1"]
        let pty = try PseudoTerminal()
        let run = try ProcessRun(
            try CurtainBinary.path(), ["reveal", "secret:prod/db", "--note", "somebody records"],
            environment: CurtainBinary.entries(played.world, environment), in: played.world.home, output: pty.terminal)
        #expect(try await run.end() == 77)
        #expect(pty.text().isEmpty)
        #expect(try run.error().contains("asciinema records this terminal"))
        #expect(played.aws.requests.isEmpty)
        let file = try await CurtainBinary.run(
            ["reveal", "secret:prod/db", "--note", "into a file"], in: played.world, environment: environment)
        #expect(file.output == PlayedAccount.canary)
    }
}

import Emulator
import StrictJSON
import Testing

@Suite("list")
struct ListTests {
    @Test("no list tells a value, in any format", arguments: ["json", "jsonl", "table", "names", "csv"])
    func noValues(format: String) async throws {
        let played = try PlayedWorld()
        for kind in ["functions", "parameters", "secrets", "keys"] {
            let run = try await played.run("list", kind, "-o", format)
            #expect(run.status == 0, "\(run.error)")
            #expect(!run.output.isEmpty)
            #expect(!(run.output + run.error).contains(PlayedAccount.canary))
            #expect(!run.output.unicodeScalars.contains("\u{1B}"))
        }
        #expect(played.script.unannounced.isEmpty)
    }

    @Test("jsonl is a JSON object a line with its reference")
    func lines() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("list", "parameters", "-o", "jsonl")
        let references = try run.output.split(separator: "\n").map { try JSONDocument(String($0)).root["ref"]?.string }
        #expect(references == ["param:/prod/db", "param:/prod/api"])
    }

    @Test("one of four is denied: the others are printed, the reason is a line, exit 77")
    func partly() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:ListSecrets",
            .error("AccessDeniedException", "User: tester is not authorized", requestID: "denied-1"))
        let run = try await played.run("list", "functions", "parameters", "secrets", "keys", "-o", "names")
        #expect(run.status == 77)
        #expect(
            Set(run.output.split(separator: "\n")) == [
                "fn:pay", "param:/prod/db", "param:/prod/api", "key:11111111-2222-3333-4444-555555555555"
            ])
        #expect(run.errorLines.count == 1)
        #expect(run.error.contains("AccessDeniedException"))
        #expect(run.error.contains("denied-1"))
        #expect(run.error.contains("secretsmanager:ListSecrets"))
    }

    @Test("a list that is throttled waits and is whole; a single call is throttled after all tries: exit 75")
    func throttled() async throws {
        let played = try PlayedWorld()
        let refusal = EmulatedAnswer.error("ThrottlingException", "Rate exceeded")
        played.script.set("kms:ListKeys", refusal, refusal, PlayedAccount.keys)
        let run = try await played.run("list", "keys", "-o", "jsonl")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.split(separator: "\n").count == 1)
        played.script.set("sts:GetCallerIdentity", refusal)
        let single = try await played.run("whoami")
        #expect(single.status == 75)
        #expect(single.error.contains("ThrottlingException"))
    }

    @Test(
        "an answer that is cut off or no JSON: exit 69",
        arguments: [
            EmulatedAnswer.json("{\"Parameters\":[{\"Name\":\"/prod/"), .json("<html>proxy</html>"),
            PlayedAccount.parameters.truncated(after: 20)
        ])
    func damaged(answer: EmulatedAnswer) async throws {
        let played = try PlayedWorld()
        played.script.set("ssm:DescribeParameters", answer)
        let run = try await played.run("list", "parameters", "-o", "json")
        #expect(run.status == 69)
        #expect(run.output == "[]\n")
        #expect(run.errorLines.count == 1)
        #expect(!run.error.contains("/prod/"))
    }

    @Test("filter and sort")
    func filterAndSort() async throws {
        let played = try PlayedWorld()
        #expect(
            try await played.run("list", "parameters", "--filter", "API", "-o", "names").output == "param:/prod/api\n")
        #expect(
            try await played.run("list", "parameters", "--sort", "name", "-o", "names").output
                == "param:/prod/api\nparam:/prod/db\n")
        let wrong = try await played.run("list", "parameters", "--sort", "colour")
        #expect(wrong.status == 64)
        #expect(wrong.error.contains("modified"))
    }

    @Test("share mode tells no size", arguments: [["--share"], []])
    func share(flag: [String]) async throws {
        let played = try PlayedWorld()
        let run = try await CurtainBinary.run(
            ["list", "functions", "-o", "json"] + flag, in: played.world,
            environment: ["AWS_ENDPOINT_URL": played.aws.url, "CURTAIN_SHARE": flag.isEmpty ? "1" : nil])
        #expect(run.status == 0)
        #expect(!run.output.contains("\"size\"") && !run.output.contains("environmentBytes"))
        #expect(run.output.contains("DB_PASSWORD"))
    }

    @Test("a list writes nothing into the home folder")
    func leavesNothing() async throws {
        let played = try PlayedWorld()
        _ = try await played.run("list", "functions")
        #expect(played.world.auditLines().isEmpty)
        #expect(!played.world.exists(".local") && !played.world.exists(".cache") && !played.world.exists(".config"))
    }

    @Test("a table without rows has its header, a failed one has nothing")
    func emptyTable() async throws {
        let played = try PlayedWorld()
        played.script.set("secretsmanager:ListSecrets", .json("{\"SecretList\":[]}"))
        #expect(try await played.run("list", "secrets").output.hasPrefix("NAME "))
        played.script.set("secretsmanager:ListSecrets", .error("AccessDeniedException", "not authorized"))
        let denied = try await played.run("list", "secrets")
        #expect(denied.output.isEmpty)
        #expect(denied.errorLines.count == 1)
    }
}

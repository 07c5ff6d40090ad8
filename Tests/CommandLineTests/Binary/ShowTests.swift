import Emulator
import StrictJSON
import Testing

@Suite("show")
struct ShowTests {
    private func played() throws -> PlayedWorld {
        let played = try PlayedWorld()
        played.script.set(
            "lambda:GetFunction",
            .json(
                """
                {"Configuration":{"FunctionName":"pay","FunctionArn":\
                "arn:aws:lambda:eu-west-1:111122223333:function:pay","Runtime":"python3.13","Version":"$LATEST",\
                "RevisionId":"r-1","State":"Active","LastUpdateStatus":"Successful","Environment":{"Variables":\
                {"DB_PASSWORD":"\(PlayedAccount.canary)","LOG_LEVEL":"info"}}},\
                "Code":{"Location":"https://canary-code-url.example/"},"Tags":{"team":"payments"}}
                """))
        return played
    }

    @Test("a function: variables closed, the address of its code dropped, a part that fails says why")
    func function() async throws {
        let played = try played()
        for format in ["json", "table", "csv", "jsonl"] {
            let run = try await played.run("show", "fn:pay", "-o", format)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.output.contains("DB_PASSWORD"))
            #expect(!(run.output + run.error).contains("canary"))
        }
        let json = try await played.run("show", "fn:pay", "-o", "json")
        let root = try JSONDocument(json.output).root
        #expect(root["ref"]?.string == "fn:pay")
        #expect(root["tags"]?["team"]?.string == "payments")
        #expect(root["sections"]?.elements.contains { $0["problem"]?.string?.contains("NotAnnounced") == true } == true)
    }

    @Test("one variable, and one that is not there: exit 66")
    func variable() async throws {
        let played = try played()
        let run = try await played.run("show", "env:pay/DB_PASSWORD", "-o", "json")
        #expect(run.status == 0)
        #expect(try JSONDocument(run.output).root["size"]?.string == "medium")
        let share = try await played.run("show", "env:pay/DB_PASSWORD", "-o", "json", "--share")
        #expect(try JSONDocument(share.output).root["size"] == nil)
        let none = try await played.run("show", "env:pay/NOPE")
        #expect(none.status == 66)
        #expect(none.errorLines.count == 1)
    }

    @Test("nothing of the kind: exit 66 with code and request id")
    func missing() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "secretsmanager:DescribeSecret",
            .error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", requestID: "none-1")
        )
        let run = try await played.run("show", "secret:none")
        #expect(run.status == 66)
        #expect(run.error.contains("ResourceNotFoundException, request none-1"))
    }
}

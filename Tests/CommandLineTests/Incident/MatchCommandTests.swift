import Emulator
import StrictJSON
import Testing

@Suite("match")
struct MatchCommandTests {
    private static let regions = EmulatedAnswer.xml(
        "<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo></DescribeRegionsResponse>"
    )

    private func played() throws -> PlayedWorld {
        let played = try PlayedWorld()
        played.script.set("ec2:DescribeRegions", Self.regions)
        played.script.set(
            "lambda:ListVersionsByFunction",
            .json(
                """
                {"Versions":[{"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay",\
                "Version":"$LATEST","Environment":{"Variables":{"DB_PASSWORD":"\(PlayedAccount.canary)","X":"other"}}},\
                {"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay:3",\
                "Version":"3","Environment":{"Error":{"ErrorCode":"KMSAccessDeniedException","Message":"no"}}}]}
                """))
        played.script.set(
            "ssm:GetParameters",
            .json(
                """
                {"Parameters":[{"Name":"/prod/db","Version":3,"Value":"postgres://u:\(PlayedAccount.canary)@h/d"},\
                {"Name":"/prod/api","Version":1,"Value":"other"}],"InvalidParameters":[]}
                """))
        played.script.set(
            "ssm:GetParameterHistory", .json(#"{"Parameters":[{"Name":"/prod/db","Version":1,"Value":"old"}]}"#))
        return played
    }

    private func match(
        _ played: PlayedWorld, _ text: String, _ arguments: [String] = ["--note", "a paste was found"]
    ) async throws -> CurtainBinary.Outcome {
        try played.world.write(text, to: "leak.txt")
        let run = try ProcessRun(
            try CurtainBinary.path(), ["match"] + arguments,
            environment: CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url]),
            in: played.world.home,
            input: played.world.home + "/leak.txt")
        return CurtainBinary.Outcome(status: try await run.end(), output: try run.output(), error: try run.error())
    }

    @Test("every place with its form, what could not be decrypted, the reads; exit 3; the value nowhere")
    func found() async throws {
        let played = try played()
        let run = try await match(
            played, PlayedAccount.canary + "\n", ["--note", "a paste was found", "-o", "json", "-v"])
        #expect(run.status == 3, "\(run.error)")
        let root = try JSONDocument(run.output).root
        let found = root["found"]?.elements.map { "\($0["ref"]?.string ?? "") \($0["form"]?.string ?? "")" }
        #expect(found == ["env:pay/DB_PASSWORD exact", "param:/prod/db embedded", "secret:prod/db exact"])
        #expect(root["coverage"]?["undecryptable"]?.elements.compactMap(\.string).count == 1)
        #expect(root["reads"]?.int == 4)
        #expect(run.error.contains("4 value-reading calls"))
        #expect(!(run.output + run.error + played.world.auditLines().joined()).contains(PlayedAccount.canary))
        #expect(played.script.unannounced.isEmpty)
    }

    @Test("nowhere: exit 0 only if everything was searched, else 3 and the words say so")
    func notFound() async throws {
        let played = try played()
        let undecryptable = try await match(played, "nowhere-at-all-7f3a")
        #expect(undecryptable.status == 3)
        #expect(undecryptable.output.contains("not found where it could be searched"))
        played.script.set(
            "lambda:ListVersionsByFunction",
            .json(
                """
                {"Versions":[{"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay",\
                "Version":"$LATEST"}]}
                """))
        let whole = try await match(played, "nowhere-at-all-7f3a")
        #expect(whole.status == 0, "\(whole.output)")
        #expect(whole.output.hasPrefix("not found\n"))
        played.script.set("secretsmanager:GetSecretValue", .error("AccessDeniedException", "not authorized"))
        let denied = try await match(played, "nowhere-at-all-7f3a")
        #expect(denied.status == 3)
        #expect(denied.output.contains("denied: secret:prod/db"))
    }

    @Test("other regions that are enabled are named as not searched")
    func otherRegions() async throws {
        let played = try played()
        played.script.set(
            "ec2:DescribeRegions",
            .xml(
                "<R><regionInfo><item><regionName>eu-west-1</regionName></item><item><regionName>us-east-1</regionName></item></regionInfo></R>"
            ))
        let run = try await match(played, "nowhere-at-all-7f3a")
        #expect(run.status == 3 && run.output.contains("us-east-1"))
        let all = try await match(played, "nowhere-at-all-7f3a", ["--note", "a paste was found", "--region", "all"])
        #expect(all.output.contains("searched: us-east-1"))
        #expect(Set(played.aws.requests.map(\.region)).contains("us-east-1"))
    }

    @Test(
        "regions are named as for every other command",
        arguments: ["eu-west-1,,us-east-1", "eu-west-1,", "all,eu-west-1"])
    func wrongRegions(names: String) async throws {
        let played = try played()
        let run = try await match(played, "x-leaked-x", ["--note", "a paste was found", "--region", names])
        #expect(run.status == 64 && run.error.contains("--region") && run.error.contains(names), "\(run.error)")
        #expect(played.aws.requests.isEmpty)
    }

    @Test("several regions are searched, each once")
    func severalRegions() async throws {
        let played = try played()
        let run = try await match(
            played, "nowhere-at-all-7f3a",
            ["--note", "a paste was found", "--region", "eu-west-1,us-east-1,eu-west-1", "-o", "json"])
        let searched = try JSONDocument(run.output).root["coverage"]?["searched"]?.elements.compactMap(\.string) ?? []
        #expect(searched.count { $0.hasPrefix("us-east-1: ") && $0.contains("functions") } == 1, "\(searched)")
        #expect(searched.count { $0.hasPrefix("eu-west-1: ") && $0.contains("functions") } == 1, "\(searched)")
    }

    @Test("no note: exit 77; nothing on standard input: exit 65; no value is read")
    func refusals() async throws {
        let played = try played()
        #expect(try await match(played, "x-leaked-x", []).status == 77)
        #expect(try await match(played, "x-leaked-x", ["--note", "why not", "--share"]).status == 77)
        #expect(try await match(played, "").status == 65)
        #expect(played.aws.requests.isEmpty)
    }

    @Test("a token is recognised, and how its issuer revokes it is said; an access key leads to its triage")
    func formats() async throws {
        let played = try played()
        let token = "ghp_" + String(repeating: "a1B2", count: 9)
        let run = try await match(played, "token \(token) AKIA" + "Q3EGTRSEXAMPLE12")
        #expect(run.output.contains("looks like a GitHub token") && run.output.contains("credentials/revoke"))
        #expect(run.error.contains("curtain incident triage accesskey:AKIA"))
        #expect(!(run.output + run.error).contains(token))
    }
}

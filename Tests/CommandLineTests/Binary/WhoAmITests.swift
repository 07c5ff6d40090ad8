import Emulator
import StrictJSON
import Testing

@Suite("whoami")
struct WhoAmITests {
    @Test("account, ARN, region, endpoint and source are told, the key's secret is not")
    func identity() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("whoami", "-o", "json")
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        let root = try JSONDocument(run.output).root
        #expect(root["account"]?.string == "111122223333")
        #expect(root["arn"]?.string == "arn:aws:iam::111122223333:user/tester")
        #expect(root["userId"]?.string == "AIDAFAKE")
        #expect(root["region"]?.string == "eu-west-1")
        #expect(root["endpoint"]?.string == played.aws.url)
        #expect(root["source"]?.string == "environment")
        #expect(root["expires"]?.isNull == true)
        #expect(!run.output.contains("canary-secret-key"))
    }

    @Test("without credentials: exit 78 and what to do")
    func noCredentials() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("whoami", environment: TemporaryWorld.noCredentials)
        #expect(run.status == 78)
        #expect(run.errorLines.count == 1)
        #expect(run.error.contains("no credentials"))
        #expect(played.aws.requests.isEmpty)
    }

    @Test("without a region: exit 78")
    func noRegion() async throws {
        let world = try TemporaryWorld()
        let run = try await CurtainBinary.run(["list", "keys"], in: world, environment: ["AWS_REGION": nil])
        #expect(run.status == 78)
        #expect(run.error.contains("--region"))
    }

    @Test("a profile that is not there: exit 78 and its name")
    func noProfile() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("whoami", "--profile", "nobody")
        #expect(run.status == 78)
        #expect(run.error.contains("nobody"))
        #expect(run.errorLines.count == 1)
    }

    @Test("a malformed AWS file: the line is named")
    func malformedFile() async throws {
        let played = try PlayedWorld()
        try played.world.write("[default]\nregion = eu-west-1\n[broken\n", to: ".aws/config")
        let run = try await played.run("whoami")
        #expect(run.status == 78)
        #expect(run.error.contains("line 3"))
        #expect(run.errorLines.count == 1)
    }

    @Test("a malformed config.toml: exit 65 and the line")
    func malformedSettings() async throws {
        let played = try PlayedWorld()
        try played.world.write("[reveal]\nseconds = \"soon\"\n", to: ".config/curtain/config.toml")
        let run = try await played.run("whoami")
        #expect(run.status == 65)
        #expect(run.error.contains("config.toml:2"))
        #expect(played.aws.requests.isEmpty)
    }

    @Test("nobody listens: exit 69")
    func unreachable() async throws {
        let world = try TemporaryWorld()
        let url = "http://127.0.0.1:\(try LoopbackSocket.closedPort())"
        let run = try await CurtainBinary.run(["whoami"], in: world, environment: ["AWS_ENDPOINT_URL": url])
        #expect(run.status == 69)
        #expect(run.errorLines.count == 1)
    }

    @Test("expired credentials: exit 78 and the request id")
    func expired() async throws {
        let played = try PlayedWorld()
        played.script.set(
            "sts:GetCallerIdentity",
            .xml(
                """
                <ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included \
                in the request is expired</Message></Error><RequestId>sts-9</RequestId></ErrorResponse>
                """, status: 403, requestID: "sts-9"))
        let run = try await played.run("whoami")
        #expect(run.status == 78)
        #expect(run.error.contains("ExpiredToken"))
        #expect(run.error.contains("sts-9"))
    }

    @Test("-v logs operation, status, request id and time, and nothing else goes there")
    func verbose() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("whoami", "-v", "-o", "json")
        #expect(run.status == 0)
        #expect(run.errorLines.count == 1)
        #expect(run.error.hasPrefix("sts:GetCallerIdentity  200  request sts-1  "))
        #expect(run.error.hasSuffix(" ms\n"))
        #expect(!run.error.contains("canary"))
    }
}

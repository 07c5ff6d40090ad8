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

    @Test("the region of the instance, where nobody names one; what needs no AWS asks nobody")
    func instanceRegion() async throws {
        let played = try PlayedWorld()
        played.script.set(":PUT /latest/api/token", EmulatedAnswer(body: Array("canary-metadata".utf8)))
        played.script.set(
            ":GET /latest/meta-data/placement/region", EmulatedAnswer(body: Array("ap-southeast-4\n".utf8)))
        let environment: [String: String?] = [
            "AWS_REGION": nil, "AWS_EC2_METADATA_DISABLED": nil, "AWS_EC2_METADATA_SERVICE_ENDPOINT": played.aws.url
        ]
        _ = try await played.run("config", "path", environment: environment)
        #expect(played.aws.requests.isEmpty)
        let run = try await played.run("whoami", "-o", "json", environment: environment)
        let root = try JSONDocument(run.output).root
        #expect(root["region"]?.string == "ap-southeast-4")
        #expect(root["regionSource"]?.string == "instance metadata")
        #expect(played.aws.requests.last?.region == "ap-southeast-4")
        let named = try await played.run("whoami", "--region", "eu-west-3", environment: environment)
        #expect(named.status == 0)
        #expect(played.aws.requests.last?.region == "eu-west-3")
        #expect(played.aws.requests.filter { $0.path.hasPrefix("/latest") }.count == 2)
    }

    @Test("keys of the environment go before AWS_PROFILE, and it says so")
    func keysBeforeProfile() async throws {
        let played = try PlayedWorld()
        try played.world.write(
            "[profile prod]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = canary-other\n", to: ".aws/config")
        let run = try await played.run("whoami", "-o", "json", environment: ["AWS_PROFILE": "prod"])
        let root = try JSONDocument(run.output).root
        #expect(root["accessKeyId"]?.string == "AKIAFAKEFAKEFAKEFAKE")
        #expect(root["source"]?.string == "environment, which goes before AWS_PROFILE=prod")
        let flag = try await played.run("whoami", "-o", "json", "--profile", "prod")
        #expect(try JSONDocument(flag.output).root["accessKeyId"]?.string == "AKIAOTHER")
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

    @Test(
        "a wrong key or column: config check and the console name file and line",
        arguments: [
            ("[keys]\nhelp = \"x\"\n", "", "keys.toml:2: x cannot be both reveal and help; reveal has it by default"),
            (
                "[keys]\nhelp = \"f1\"\nmoveUp = \"f1\"\n", "",
                "keys.toml:3: f1 cannot be both moveUp and help; help is on line 2"
            ),
            ("[hotkey.a]\nshortCut = \"o\"\ncommand = \"fn\"\n", "", "keys.toml:1: hotkey.a: o is sortMenu already"),
            ("", "[ui]\ncolumns = { keys = [\"colour\"] }\n", "config.toml:2: ui.columns.keys: colour is no column")
        ])
    func wrongKeys(keys: String, configuration: String, expected: String) async throws {
        let played = try PlayedWorld()
        try played.world.write(keys, to: ".config/curtain/keys.toml")
        try played.world.write(configuration, to: ".config/curtain/config.toml")
        let run = try await played.run("config", "check")
        #expect(run.status == 65)
        #expect(run.error.contains(expected), "\(run.error)")
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

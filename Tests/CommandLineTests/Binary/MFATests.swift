import Emulator
import FoundationEssentials
import Glibc
import StrictJSON
import Testing

@Suite("The code of an MFA device")
struct MFATests {
    private static let config = """
        [profile guarded]
        role_arn = arn:aws:iam::111122223333:role/guarded
        source_profile = base
        mfa_serial = arn:aws:iam::111122223333:mfa/ann
        region = eu-west-1
        [profile base]
        aws_access_key_id = AKIAFAKEFAKEFAKEFAKE
        aws_secret_access_key = canary-base
        """
    private static let role = EmulatedAnswer.xml(
        """
        <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAFAKE</AccessKeyId>\
        <SecretAccessKey>canary-role</SecretAccessKey><SessionToken>canary-session</SessionToken>\
        <Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
        """)

    private func world() throws -> PlayedWorld {
        let played = try PlayedWorld(
            ScriptedAnswers(["sts:AssumeRole": [Self.role], "sts:GetCallerIdentity": [PlayedAccount.identity]]))
        try played.world.write(Self.config, to: ".aws/config")
        return played
    }

    private func start(_ played: PlayedWorld) throws -> TerminalRun {
        try TerminalRun(
            try CurtainBinary.path(), ["whoami", "--profile", "guarded", "-o", "json"],
            environment: CurtainBinary.entries(
                played.world, ["AWS_ENDPOINT_URL": played.aws.url].merging(TemporaryWorld.noCredentials) { $1 }),
            output: played.world.home + "/out")
    }

    @Test("is asked for on the terminal, is not shown there, and goes to STS; the output stays clean")
    func asked() async throws {
        let played = try world()
        let run = try start(played)
        #expect(try await run.read(until: "mfa/ann: ").contains("MFA code of arn:aws:iam::111122223333:mfa/ann: "))
        run.type("9\u{7F}88\u{15}123 4567\u{7F}\n")
        let (status, painted) = try await run.end()
        #expect(status == 0, "\(painted)")
        #expect(!painted.contains("123"))
        let output = FileManager.default.contents(atPath: played.world.home + "/out") ?? Data()
        #expect(try JSONDocument(String(decoding: output, as: UTF8.self)).root["account"]?.string == "111122223333")
        let asked = try #require(played.aws.requests.first { $0.operation == "sts:AssumeRole" })
        #expect(asked.text.contains("TokenCode=123456"))
        #expect(asked.text.contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A111122223333%3Amfa%2Fann"))
    }

    @Test("Ctrl-C at the question: exit 130, the terminal shows again what is typed, nothing was sent")
    func interrupted() async throws {
        let played = try world()
        let run = try start(played)
        _ = try await run.read(until: "mfa/ann: ")
        #expect(!run.echoes)
        run.type("\u{3}")
        let (status, painted) = try await run.end()
        #expect(run.echoes)
        #expect(status == 130)
        #expect(painted.contains("interrupted"))
        #expect(played.aws.requests.isEmpty)
    }

    @Test(
        "what is no code is sent to nobody; without a terminal, and with --no-input, it is said that nobody can be asked"
    )
    func refused() async throws {
        let played = try world()
        let run = try start(played)
        _ = try await run.read(until: "mfa/ann: ")
        run.type("12345\n")
        let (status, painted) = try await run.end()
        #expect(status == 78)
        #expect(painted.contains("six digits"))
        let silent = try await played.run(
            "whoami", "--profile", "guarded", "--no-input", environment: TemporaryWorld.noCredentials)
        #expect(silent.status == 78)
        #expect(silent.error.contains("nobody can be asked"))
        #expect(played.aws.requests.isEmpty)
    }
}

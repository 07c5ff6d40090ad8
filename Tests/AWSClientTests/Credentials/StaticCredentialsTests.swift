import Testing

@testable import AWSClient

@Suite("Keys in the environment and in the shared files")
struct StaticCredentialsTests {
    private static let files =
        "[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = fake-default\n"
        + "[prod]\naws_access_key_id=AKIAPROD\naws_secret_access_key=fake-prod\naws_session_token=fake-token\n"
    private static let keys = ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "fake-env"]

    @Test("the environment wins over AWS_PROFILE, a profile that a flag names wins over the environment")
    func order() async throws {
        let variable = Self.keys.merging(["AWS_PROFILE": "prod"]) { $1 }
        #expect(try await TestSources(variable, credentials: Self.files).load()?.accessKeyID == "AKIAENV")
        let prod = try await TestSources(profile: "prod", variable, credentials: Self.files).load()
        #expect(prod?.accessKeyID == "AKIAPROD")
        #expect(prod?.secretText == "fake-prod")
        #expect(prod?.tokenText == "fake-token")
        #expect(prod?.source == "profile prod in ~/.aws/credentials")
        #expect(try await TestSources(credentials: Self.files).load()?.accessKeyID == "AKIADEFAULT")
    }

    @Test("blank variables count as unset")
    func blank() async throws {
        let sources = try TestSources(
            ["AWS_ACCESS_KEY_ID": "  ", "AWS_SECRET_ACCESS_KEY": ""], credentials: Self.files)
        #expect(try await sources.load()?.accessKeyID == "AKIADEFAULT")
        let token = Self.keys.merging(["AWS_SESSION_TOKEN": ""]) { $1 }
        #expect(try await TestSources(token).load()?.sessionToken == nil)
    }

    @Test("half a pair of keys is an error that says what is missing and where")
    func partial() async throws {
        #expect(try await TestSources(["AWS_ACCESS_KEY_ID": "A"]).error()?.code == "PartialCredentials")
        let file = try await TestSources(credentials: "[default]\naws_access_key_id = A\n").error()
        #expect(file?.code == "PartialCredentials")
        #expect(file?.message.contains("~/.aws/credentials, line 2") == true)
    }

    @Test("the config file's keys come after the credentials file's")
    func configFile() async throws {
        let config = "[profile a]\naws_access_key_id = AKIACONFIG\naws_secret_access_key = fake\n"
        #expect(try await TestSources(profile: "a", config: config).load()?.accessKeyID == "AKIACONFIG")
        let both = try TestSources(
            profile: "a", config: config,
            credentials: "[a]\naws_access_key_id = AKIAFILE\naws_secret_access_key = fake\n")
        #expect(try await both.load()?.accessKeyID == "AKIAFILE")
    }

    @Test("an end and an account of the environment are taken over")
    func expiry() async throws {
        let variables = Self.keys.merging([
            "AWS_CREDENTIAL_EXPIRATION": "2015-08-30T13:36:00Z", "AWS_ACCOUNT_ID": "123456789012"
        ]) { $1 }
        let found = try await TestSources(variables).load()
        #expect(found?.expires == 1_440_941_760)
        #expect(found?.accountID == "123456789012")
        let wrong = Self.keys.merging(["AWS_CREDENTIAL_EXPIRATION": "soon"]) { $1 }
        #expect(try await TestSources(wrong).error()?.kind == .configuration)
    }

    @Test("nothing anywhere: no credentials, and what to do")
    func nothing() async throws {
        let sources = try TestSources(["AWS_EC2_METADATA_DISABLED": "true"])
        let keeper = CredentialKeeper(CredentialChain.standard(sources.context), clock: sources.clock)
        let error = await #expect(throws: AWSError.self) { try await keeper.credentials() }
        #expect(error?.kind == .noCredentials)
        #expect(error?.message.contains("curtain login") == true)
    }

    @Test("nothing that is printed of credentials or environment holds a key")
    func printed() async throws {
        let sources = try TestSources(Self.keys)
        let found = try #require(try await sources.load())
        var text = ""
        dump(found, to: &text)
        dump(sources.context.configuration, to: &text)
        text += "\(found) \(String(reflecting: sources.context.configuration.environment))"
        #expect(!text.contains("fake-env"))
    }
}

import Testing

@testable import AWSClient

@Suite("Roles")
struct AssumeRoleTests {
    private static let base = "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = fake-base\n"

    @Test("a source profile's keys sign the call, and every setting is in it")
    func sourceProfile() async throws {
        let sources = try TestSources(
            [TestSources.role()], profile: "prod", ["AWS_REGION": "eu-west-1"],
            config: "[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n"
                + "external_id = a b\nrole_session_name = me\nduration_seconds = 900\n",
            credentials: Self.base)
        let found = try #require(try await sources.load())
        #expect(found.accessKeyID == "ASIAROLE")
        #expect(found.secretText == "fake-canary-ASIAROLE")
        #expect(found.tokenText == "fake-token-ASIAROLE")
        #expect(found.expires == 1_440_941_760)
        #expect(found.accountID == "123456789012")
        #expect(found.source.contains("role arn:aws:iam::123456789012:role/r of profile prod, by profile base"))
        let sent = try #require(sources.transport.requests.first)
        #expect(sent.endpoint.url == "https://sts.eu-west-1.amazonaws.com")
        #expect(
            sent.bodyText == "Action=AssumeRole&Version=2011-06-15"
                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr&RoleSessionName=me&ExternalId=a%20b"
                + "&DurationSeconds=900")
        #expect(sent.header("Authorization")?.contains("Credential=AKIABASE/20150830/eu-west-1/sts/") == true)
        #expect(sent.header("Content-Type") == "application/x-www-form-urlencoded; charset=utf-8")
    }

    @Test("a chain of roles, each signed by the one before")
    func chain() async throws {
        let sources = try TestSources(
            [TestSources.role("ASIAONE"), TestSources.role("ASIATWO")], profile: "two",
            config: "[profile two]\nrole_arn = r2\nsource_profile = one\n"
                + "[profile one]\nrole_arn = r1\nsource_profile = base\n", credentials: Self.base)
        #expect(try await sources.load()?.accessKeyID == "ASIATWO")
        let signers = sources.transport.requests.map { $0.header("Authorization")?.split(separator: "/")[0] }
        #expect(signers == ["AWS4-HMAC-SHA256 Credential=AKIABASE", "AWS4-HMAC-SHA256 Credential=ASIAONE"])
        #expect(sources.transport.requests[1].header("X-Amz-Security-Token") == "fake-token-ASIAONE")
    }

    @Test("a profile may be its own source when it has keys")
    func itself() async throws {
        let sources = try TestSources(
            [TestSources.role()], profile: "base", config: "[profile base]\nrole_arn = r\nsource_profile = base\n",
            credentials: Self.base)
        #expect(try await sources.load()?.accessKeyID == "ASIAROLE")
    }

    @Test("the environment's keys as the source")
    func environment() async throws {
        let sources = try TestSources(
            [TestSources.role()], profile: "p",
            ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "fake"],
            config: "[profile p]\nrole_arn = r\ncredential_source = Environment\n")
        #expect(try await sources.load()?.source.hasSuffix("by environment") == true)
        let none = try TestSources(
            profile: "p", config: "[profile p]\nrole_arn = r\ncredential_source = Environment\n")
        #expect(await none.error()?.code == "NoSourceCredentials")
    }

    @Test(
        "configurations that cannot work say where",
        arguments: [
            "role_arn = r\nsource_profile = base\ncredential_source = Environment\n", "role_arn = r\n",
            "role_arn = r\ncredential_source = Elsewhere\n", "role_arn = r\nsource_profile = gone\n",
            "role_arn = r\nsource_profile = p\n",
            "role_arn = r\nsource_profile = q\n[profile q]\nrole_arn = r\nsource_profile = p\n",
            "role_arn = r\nsource_profile = empty\n[profile empty]\nregion = x\n"
        ])
    func wrong(lines: String) async throws {
        let sources = try TestSources(profile: "p", config: "[profile p]\n" + lines, credentials: Self.base)
        let error = try #require(await sources.error())
        #expect(error.kind == .configuration)
        #expect(error.message.contains("~/.aws/config, line"))
        #expect(sources.transport.requests.isEmpty)
    }

    @Test("a device's code is asked for, and its answer is never sent twice")
    func mfa() async throws {
        let config = "[profile p]\nrole_arn = r\nsource_profile = base\nmfa_serial = arn:aws:iam::1:mfa/ann\n"
        let lost = FakeTransport.Step.failure(TransportError(.broken, words: "closed", mayHaveArrived: true))
        var sources = try TestSources(
            [TestSources.role()], profile: "p", config: config, credentials: Self.base,
            mfa: { serial throws(AWSError) in serial == "arn:aws:iam::1:mfa/ann" ? "123456" : "" })
        _ = try await sources.load()
        #expect(
            sources.transport.requests.first?.bodyText.hasSuffix(
                "&SerialNumber=arn%3Aaws%3Aiam%3A%3A1%3Amfa%2Fann&TokenCode=123456") == true)
        sources = try TestSources(
            [lost], profile: "p", config: config, credentials: Self.base, mfa: { _ throws(AWSError) in "123456" })
        #expect(await sources.error()?.kind == .ambiguous)
        sources = try TestSources(profile: "p", config: config, credentials: Self.base)
        #expect(await sources.error()?.code == "MFARequired")
    }

    @Test("a web identity is not signed, and its token is nowhere but in the body")
    func webIdentity() async throws {
        let sources = try TestSources(
            [TestSources.role("ASIAWEB", web: true)],
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "r", "AWS_ROLE_SESSION_NAME": "pod"],
            more: ["/token": "fake.web/token+x"])
        let found = try #require(try await sources.load())
        #expect(found.accessKeyID == "ASIAWEB")
        let sent = try #require(sources.transport.requests.first)
        #expect(sent.header("Authorization") == nil)
        #expect(sent.header("X-Amz-Date") == nil)
        #expect(sent.bodyText.contains("&WebIdentityToken=fake.web%2Ftoken%2Bx"))
        #expect(!found.source.contains("fake.web"))
    }

    @Test("a web identity without a file or a role")
    func webIdentityWrong() async throws {
        let gone = try TestSources(["AWS_WEB_IDENTITY_TOKEN_FILE": "/gone", "AWS_ROLE_ARN": "r"])
        #expect(await gone.error()?.code == "WebIdentityTokenFile")
        let noRole = try TestSources(["AWS_WEB_IDENTITY_TOKEN_FILE": "/x"], more: ["/x": "t"])
        #expect(await noRole.error()?.kind == .configuration)
    }

    @Test("STS says no: its code comes through, what it quotes does not")
    func refused() async throws {
        let sources = try TestSources(
            [
                .answer(
                    403,
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>token 'fake.web' is bad</Message></Error></ErrorResponse>",
                    [:])
            ],
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "/x", "AWS_ROLE_ARN": "r"], more: ["/x": "fake.web"])
        let error = try #require(await sources.error())
        #expect(error.kind == .denied)
        #expect(!error.message.contains("fake.web"))
    }
}

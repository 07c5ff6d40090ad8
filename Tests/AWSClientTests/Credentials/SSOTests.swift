import StrictJSON
import Synchronization
import Testing

@testable import AWSClient

@Suite("IAM Identity Center")
struct SSOTests {
    private static let config = """
        [profile new]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Admin
        [sso-session corp]
        sso_start_url = https://corp.example/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access
        [profile old]
        sso_start_url = https://corp.example/start
        sso_region = eu-central-1
        sso_account_id = 123456789012
        sso_role_name = Admin
        """
    private static let role = FakeTransport.Step.answer(
        200,
        #"{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"fake-s","sessionToken":"fake-t","expiration":1440941760000}}"#,
        [:])

    private func path(_ key: String) -> String {
        "/home/ann/.aws/sso/cache/" + Hexadecimal.text(SHA1Name.digest(key)) + ".json"
    }

    private func token(_ expires: String, refresh: Bool = true) -> String {
        #"{"startUrl":"x","region":"y","accessToken":"fake-access","expiresAt":"\#(expires)""#
            + (refresh
                ? #","clientId":"id","clientSecret":"fake-cs","registrationExpiresAt":"2015-11-01T00:00:00Z","refreshToken":"fake-refresh"}"#
                : "}")
    }

    @Test("the token's file has the name that all AWS tools use")
    func name() {
        // From botocore's own tests of its token loader.
        #expect(
            Hexadecimal.text(SHA1Name.digest("https://d-abc123.awsapps.com/start"))
                == "40a89917e3175433e361b710a9d43528d7f1890a")
    }

    @Test("credentials by the cached token, in the header and nowhere else", arguments: ["new", "old"])
    func cached(profile: String) async throws {
        let key = profile == "new" ? "corp" : "https://corp.example/start"
        let sources = try TestSources(
            [Self.role], profile: profile, config: Self.config, more: [path(key): token("2015-08-30T20:00:00UTC")])
        let found = try #require(try await sources.load())
        #expect(found.accessKeyID == "ASIASSO")
        #expect(found.expires == 1_440_941_760)
        #expect(found.accountID == "123456789012")
        let sent = try #require(sources.transport.requests.first)
        #expect(sent.endpoint.url == "https://portal.sso.eu-central-1.amazonaws.com")
        #expect(sent.target == "/federation/credentials?account_id=123456789012&role_name=Admin")
        #expect(sent.header("x-amz-sso_bearer_token") == "fake-access")
        #expect(sent.header("Authorization") == nil)
    }

    @Test("a token near its end is renewed and written back")
    func renewed() async throws {
        let sources = try TestSources(
            [.answer(200, #"{"accessToken":"fake-new","expiresIn":3600,"refreshToken":"fake-next"}"#, [:]), Self.role],
            profile: "new", config: Self.config, more: [path("corp"): token("2015-08-30T12:40:00Z")])
        _ = try await sources.load()
        #expect(sources.transport.requests[0].endpoint.url == "https://oidc.eu-central-1.amazonaws.com")
        let asked = try JSONDocument(sources.transport.requests[0].bodyText).root
        #expect(asked["grantType"]?.string == "refresh_token")
        #expect(asked["refreshToken"]?.string == "fake-refresh")
        #expect(sources.transport.requests[1].header("x-amz-sso_bearer_token") == "fake-new")
        let file = try JSONDocument(try #require(sources.files.written[path("corp")])).root
        #expect(file["accessToken"]?.string == "fake-new")
        #expect(file["expiresAt"]?.string == "2015-08-30T13:36:00Z")
        #expect(file["refreshToken"]?.string == "fake-next")
        #expect(file["registrationExpiresAt"]?.string == "2015-11-01T00:00:00Z")
        #expect(file["startUrl"]?.string == "https://corp.example/start")
    }

    @Test("a renewal that fails is no harm while the token lasts, and asks for a sign-in after")
    func notRenewed() async throws {
        let refused = FakeTransport.Step.answer(401, #"{"error":"invalid_grant"}"#, [:])
        var sources = try TestSources(
            [refused, Self.role], profile: "new", config: Self.config,
            more: [path("corp"): token("2015-08-30T12:40:00Z")])
        #expect(try await sources.load()?.accessKeyID == "ASIASSO")
        sources = try TestSources(
            [refused], profile: "new", config: Self.config, more: [path("corp"): token("2015-08-30T12:00:00Z")])
        #expect(await sources.error()?.code == "SignInRequired")
    }

    @Test("no token, an ended one of the old kind, one that is refused: sign in")
    func signIn() async throws {
        #expect(try await TestSources(profile: "new", config: Self.config).error()?.code == "SignInRequired")
        let old = try TestSources(
            profile: "old", config: Self.config,
            more: [path("https://corp.example/start"): token("2015-08-30T12:00:00Z", refresh: false)])
        #expect(await old.error()?.kind == .expiredCredentials)
        let refused = try TestSources(
            [
                .answer(
                    401, #"{"message":"Session token not found or invalid"}"#,
                    ["x-amzn-errortype": "UnauthorizedException"])
            ],
            profile: "new", config: Self.config, more: [path("corp"): token("2015-08-30T20:00:00Z")])
        #expect(await refused.error()?.message.contains("curtain login") == true)
    }

    @Test(
        "half a configuration says where",
        arguments: [
            "sso_account_id = 1\nsso_role_name = r\n", "sso_session = gone\nsso_account_id = 1\nsso_role_name = r\n",
            "sso_start_url = u\nsso_region = r\nsso_account_id = 1\n",
            "sso_session = s\nsso_region = other\nsso_account_id = 1\nsso_role_name = r\n[sso-session s]\nsso_region = x\nsso_start_url = u\n"
        ])
    func wrong(lines: String) async throws {
        let error = try await TestSources(profile: "p", config: "[profile p]\n" + lines).error()
        #expect(error?.kind == .configuration)
        #expect(error?.message.contains("~/.aws/config") == true)
    }

    @Test("signing in by the device flow: shown, asked until confirmed, written")
    func login() async throws {
        let pending = FakeTransport.Step.answer(
            400, #"{"error":"authorization_pending"}"#, ["x-amzn-errortype": "AuthorizationPendingException"])
        let slower = FakeTransport.Step.answer(
            400, #"{"error":"slow_down"}"#, ["x-amzn-errortype": "SlowDownException"])
        let sources = try TestSources(
            [
                .answer(200, #"{"clientId":"id","clientSecret":"fake-cs","clientSecretExpiresAt":1448000000}"#, [:]),
                .answer(
                    200,
                    #"{"deviceCode":"fake-dc","userCode":"ABCD-EFGH","verificationUri":"https://d.example","verificationUriComplete":"https://d.example/?c=1","expiresIn":600,"interval":1}"#,
                    [:]),
                pending, slower,
                .answer(200, #"{"accessToken":"fake-new","expiresIn":28800,"refreshToken":"fake-r"}"#, [:])
            ], profile: "new", config: Self.config)
        let shown = Mutex<SSOLogin.Invitation?>(nil)
        let signIn = try await SSOLogin(sources.context).signIn { invitation in shown.withLock { $0 = invitation } }
        #expect(shown.withLock { $0?.userCode } == "ABCD-EFGH")
        #expect(shown.withLock { $0?.completeURL } == "https://d.example/?c=1")
        #expect(sources.clock.sleeps == [1, 1, 6])
        #expect(signIn.expires == sources.clock.now() + 28800)
        #expect(signIn.name == "sso-session corp")
        let paths = sources.transport.requests.map(\.target)
        #expect(paths == ["/client/register", "/device_authorization", "/token", "/token", "/token"])
        let file = try JSONDocument(try #require(sources.files.written[path("corp")])).root
        #expect(file["accessToken"]?.string == "fake-new")
        #expect(file["clientSecret"]?.string == "fake-cs")
    }

    @Test("nobody confirms, or somebody refuses")
    func loginFails() async throws {
        let begin: [FakeTransport.Step] = [
            .answer(200, #"{"clientId":"id","clientSecret":"fake","clientSecretExpiresAt":1448000000}"#, [:]),
            .answer(200, #"{"deviceCode":"d","userCode":"u","verificationUri":"v","expiresIn":10,"interval":5}"#, [:])
        ]
        let pending = FakeTransport.Step.answer(400, #"{"error":"authorization_pending"}"#, [:])
        var sources = try TestSources(begin + [pending, pending], profile: "new", config: Self.config)
        var error = await #expect(throws: AWSError.self) { try await SSOLogin(sources.context).signIn { _ in } }
        #expect(error?.code == "SignInTooLate")
        sources = try TestSources(
            begin + [.answer(400, #"{"error":"access_denied"}"#, [:])], profile: "new", config: Self.config)
        error = await #expect(throws: AWSError.self) { try await SSOLogin(sources.context).signIn { _ in } }
        #expect(error?.kind == .denied)
        sources = try TestSources(config: "[default]\nregion = x\n")
        error = await #expect(throws: AWSError.self) { try await SSOLogin(sources.context).signIn { _ in } }
        #expect(error?.code == "NoSSO")
    }
}

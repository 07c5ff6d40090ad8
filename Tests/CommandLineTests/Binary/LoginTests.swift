import Emulator
import FoundationEssentials
import StrictJSON
import Testing

@Suite("login")
struct LoginTests {
    private static let config = """
        [profile app]
        role_arn = arn:aws:iam::111122223333:role/app
        source_profile = corp
        region = eu-west-1
        [profile corp]
        sso_session = harbour
        sso_account_id = 111122223333
        sso_role_name = Admin
        region = eu-west-1
        [sso-session harbour]
        sso_start_url = https://harbour.example/start
        sso_region = eu-central-1
        """
    private func script(token: EmulatedAnswer...) -> ScriptedAnswers {
        let script = ScriptedAnswers([
            ":POST /client/register": [
                .json(#"{"clientId":"id","clientSecret":"canary-client","clientSecretExpiresAt":4102444800}"#)
            ],
            ":POST /device_authorization": [
                .json(
                    #"{"deviceCode":"canary-device","userCode":"ABCD-EFGH","verificationUri":"https://d.example","#
                        + #""verificationUriComplete":"https://d.example/?user_code=ABCD-EFGH","expiresIn":600,"interval":1}"#
                )
            ],
            ":GET /federation/credentials": [
                .json(
                    #"{"roleCredentials":{"accessKeyId":"ASIAFAKE","secretAccessKey":"canary-role","#
                        + #""sessionToken":"canary-session","expiration":4102444800000}}"#)
            ],
            "sts:GetCallerIdentity": [PlayedAccount.identity]
        ])
        if let first = token.first {
            script.set(":POST /token", first)
            if token.count > 1 { script.set(":POST /token", token[0], token[1]) }
        }
        return script
    }

    private let environment = TemporaryWorld.noCredentials
    private let granted = EmulatedAnswer.json(
        #"{"accessToken":"canary-access","expiresIn":28800,"refreshToken":"canary-refresh"}"#)

    @Test("the code and the page are shown, the token is written where all AWS tools look, and whoami works by it")
    func signIn() async throws {
        let pending = EmulatedAnswer.error("AuthorizationPendingException", "pending", status: 400)
        let played = try PlayedWorld(script(token: pending, granted))
        try played.world.write(Self.config, to: ".aws/config")
        let run = try await played.run("login", "--profile", "app", "-o", "json", environment: environment)
        #expect(run.status == 0, "\(run.error)")
        #expect(run.error.contains("https://d.example/?user_code=ABCD-EFGH"))
        #expect(run.error.contains("the code ABCD-EFGH"))
        #expect(try JSONDocument(run.output).root["name"]?.string == "sso-session harbour")
        #expect(!(run.output + run.error).contains("canary"))
        let names = try FileManager.default.contentsOfDirectory(atPath: played.world.home + "/.aws/sso/cache")
        let path = played.world.home + "/.aws/sso/cache/" + (names.first ?? "")
        // SHA-1 of `harbour`.
        #expect(names == ["6168b790263e4aa923edd3807035c02fb0de3225.json"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        let whoami = try await played.run("whoami", "--profile", "corp", "-o", "json", environment: environment)
        #expect(whoami.status == 0, "\(whoami.error)")
        let root = try JSONDocument(whoami.output).root
        #expect(root["source"]?.string == "sign-in of sso-session harbour, role Admin")
        #expect(root["expires"]?.string == "2100-01-01T00:00:00Z")
        let asked = played.aws.requests.first { $0.path == "/federation/credentials" }
        #expect(asked?.headers["x-amz-sso_bearer_token"] == "canary-access")
    }

    @Test("a refusal on the page: exit 77; a profile without a sign-in: exit 78; each says what to do")
    func refused() async throws {
        let refusal = EmulatedAnswer.error("AccessDeniedException", "denied", status: 400)
        let played = try PlayedWorld(script(token: refusal))
        try played.world.write(Self.config, to: ".aws/config")
        let run = try await played.run("login", "--sso-session", "harbour", environment: environment)
        #expect(run.status == 77)
        #expect(run.errorLines.last?.contains("refused") == true)
        let plain = try await played.run("login", environment: environment)
        #expect(plain.status == 78)
        #expect(plain.error.contains("aws configure sso"))
        let unknown = try await played.run("login", "--sso-session", "quay", environment: environment)
        #expect(unknown.status == 78)
        #expect(unknown.error.contains("there is harbour"))
    }
}

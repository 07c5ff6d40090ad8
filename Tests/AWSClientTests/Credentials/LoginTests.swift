import FoundationEssentials
import SensitiveMemory
import StrictJSON
import Testing

@testable import AWSClient

@Suite("Sign-in by aws login")
struct LoginTests {
    private static let session = "arn:aws:iam::123456789012:user/ann"
    private static let config = "[default]\nregion = eu-west-1\nlogin_session = \(session)\n"
    /// Half of a key is enough where nothing is renewed; the whole is that of RFC 7515, appendix A.3.
    private static let key =
        "MHcCAQEEII6bEJ5xkJi/mASH3x9dd+nLKWBuvtImO19XwhPfhPSyoAoGCCqGSM49AwEHoUQDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ=="
    private static let path =
        "/home/ann/.aws/login/cache/" + Hexadecimal.text(SHA256.digest(Array(session.utf8))) + ".json"

    private func token(_ expires: String, key: String = key) -> String {
        #"{"accessToken":{"accessKeyId":"ASIALOGIN","secretAccessKey":"fake-s","sessionToken":"fake-t","#
            + #""accountId":"123456789012","expiresAt":"\#(expires)"},"tokenType":"aws_sigv4","idToken":"fake-id","#
            + #""clientId":"arn:aws:signin:::devtools/same-device","refreshToken":"fake-refresh","#
            + #""dpopKey":"-----BEGIN EC PRIVATE KEY-----\n\#(key)\n-----END EC PRIVATE KEY-----\n"}"#
    }

    private static let renewed = FakeTransport.Step.answer(
        200,
        #"{"accessToken":{"accessKeyId":"ASIANEW","secretAccessKey":"fake-s2","sessionToken":"fake-t2"},"tokenType":"aws_sigv4","expiresIn":900,"refreshToken":"fake-next"}"#,
        [:])

    @Test("the credentials of the cache, without a call")
    func cached() async throws {
        let sources = try TestSources([], config: Self.config, more: [Self.path: token("2015-08-30T12:50:00Z")])
        let found = try #require(try await sources.load())
        #expect(found.accessKeyID == "ASIALOGIN")
        #expect(found.secretText == "fake-s")
        #expect(found.tokenText == "fake-t")
        #expect(found.accountID == "123456789012")
        #expect(found.source == "aws login of \(Self.session)")
        #expect(sources.transport.requests.isEmpty)
    }

    @Test("near their end they are renewed with a proof of the key, and written back for the other tools")
    func renews() async throws {
        let sources = try TestSources(
            [Self.renewed], config: Self.config, more: [Self.path: token("2015-08-30T12:37:00Z")])
        let found = try #require(try await sources.load())
        #expect(found.accessKeyID == "ASIANEW")
        #expect(found.expires == sources.clock.now() + 900)
        let sent = try #require(sources.transport.requests.first)
        #expect(sent.endpoint.url == "https://eu-west-1.signin.aws.amazon.com")
        #expect(sent.target == "/v1/token")
        #expect(sent.header("Authorization") == nil)
        let asked = try JSONDocument(sent.bodyText).root
        #expect(asked["grantType"]?.string == "refresh_token")
        #expect(asked["refreshToken"]?.string == "fake-refresh")
        #expect(asked["clientId"]?.string == "arn:aws:signin:::devtools/same-device")
        try Self.check(try #require(sent.header("DPoP")))
        let file = try JSONDocument(try #require(sources.files.written[Self.path])).root
        #expect(file["accessToken"]?["accessKeyId"]?.string == "ASIANEW")
        #expect(file["accessToken"]?["accountId"]?.string == "123456789012")
        #expect(file["accessToken"]?["expiresAt"]?.string == "2015-08-30T12:51:00Z")
        #expect(file["refreshToken"]?.string == "fake-next")
        #expect(file["idToken"]?.string == "fake-id")
        #expect(file["tokenType"]?.string == "aws_sigv4")
        #expect(file["dpopKey"]?.string?.hasPrefix("-----BEGIN EC PRIVATE KEY-----\n") == true)
    }

    /// Header, payload and signature as RFC 9449 has them, under the key's public half.
    private static func check(_ proof: String) throws {
        let parts = proof.split(separator: ".").map { Array($0.utf8) }
        try #require(parts.count == 3)
        let header = try JSONDocument(String(decoding: bytes(parts[0]), as: UTF8.self)).root
        #expect(header["typ"]?.string == "dpop+jwt")
        #expect(header["alg"]?.string == "ES256")
        #expect(header["jwk"]?["kty"]?.string == "EC")
        #expect(header["jwk"]?["crv"]?.string == "P-256")
        #expect(header["jwk"]?["x"]?.string == "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
        #expect(header["jwk"]?["y"]?.string == "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
        let payload = try JSONDocument(String(decoding: bytes(parts[1]), as: UTF8.self)).root
        #expect(payload["htm"]?.string == "POST")
        #expect(payload["htu"]?.string == "https://eu-west-1.signin.aws.amazon.com/v1/token")
        #expect(payload["iat"]?.int == 1_440_938_160)
        #expect(payload["jti"]?.string?.count == 36)
        #expect(bytes(parts[2]).count == 64)
    }

    private static func bytes(_ text: [UInt8]) -> [UInt8] {
        let plain =
            text.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 } + Array("===".utf8.prefix((4 - text.count % 4) % 4))
        return Data(base64Encoded: Data(plain)).map { Array($0) } ?? []
    }

    @Test("a refusal uses what is left; behind the end it says how to go on")
    func refused() async throws {
        let refusal = FakeTransport.Step.answer(
            403, #"{"error":"TOKEN_EXPIRED","message":"the session has ended"}"#,
            ["x-amzn-errortype": "AccessDeniedException"])
        let unreachable = FakeTransport.Step.answer(400, #"{"error":"INVALID_REQUEST","message":"no"}"#, [:])
        let left = try TestSources([unreachable], config: Self.config, more: [Self.path: token("2015-08-30T12:37:00Z")])
        #expect(try await left.load()?.accessKeyID == "ASIALOGIN")
        let ended = try TestSources([refusal], config: Self.config, more: [Self.path: token("2015-08-30T12:30:00Z")])
        let error = await ended.error()
        #expect(error?.code == "SignInRequired")
        #expect(error?.kind == .expiredCredentials)
        #expect(error?.message == "the sign-in of \(Self.session) has ended; run aws login")
    }

    @Test("a missing, a broken and a half file each say what to do")
    func broken() async throws {
        let none = try TestSources([], config: Self.config)
        #expect(await none.error()?.message == "the sign-in of \(Self.session) does not exist; run aws login")
        let noise = try TestSources([], config: Self.config, more: [Self.path: "{"])
        #expect(await noise.error()?.message == "\(Self.path) is no JSON; run aws login again")
        let half = try TestSources([], config: Self.config, more: [Self.path: #"{"refreshToken":"fake-canary"}"#])
        let message = await half.error()?.message ?? ""
        #expect(message.contains("lacks accessToken"))
        #expect(!message.contains("fake-canary"))
        let key = try TestSources(
            [], config: Self.config, more: [Self.path: token("2015-08-30T12:30:00Z", key: "fake-canary")])
        let refused = await key.error()?.message ?? ""
        #expect(refused.contains("the key of aws login cannot be used"))
        #expect(!refused.contains("fake-canary"))
    }

    @Test("the folder of AWS_LOGIN_CACHE_DIRECTORY")
    func folder() async throws {
        let name = Hexadecimal.text(SHA256.digest(Array(Self.session.utf8)))
        let sources = try TestSources(
            [], ["AWS_LOGIN_CACHE_DIRECTORY": "/other"], config: Self.config,
            more: ["/other/\(name).json": token("2015-08-30T12:50:00Z")])
        #expect(try await sources.load()?.accessKeyID == "ASIALOGIN")
    }
}

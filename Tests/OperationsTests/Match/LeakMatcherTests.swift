import SensitiveMemory
import Testing

@testable import Operations

@Suite("What is the same as a leaked text")
struct LeakMatcherTests {
    private static let value = "Kx9-vault-Zu7"

    private func leak(_ text: String) throws -> LeakedText {
        try FakeStore.bytes(text).withUnsafeBytes { try LeakedText($0) }
    }

    private func hit(_ value: String, in leak: String) throws -> LeakMatcher.Hit? {
        let matcher = LeakMatcher(try self.leak(leak))
        return FakeStore.bytes(value).withUnsafeBytes { matcher.hit($0) }
    }

    @Test(
        "each form, whichever side is the longer",
        arguments: [
            ("Kx9-vault-Zu7", "Kx9-vault-Zu7", MatchForm.exact), ("Kx9-vault-Zu7\n", "Kx9-vault-Zu7", .exact),
            ("S3g5LXZhdWx0LVp1Nw==", "Kx9-vault-Zu7", .base64), ("Kx9-vault-Zu7", "S3g5LXZhdWx0LVp1Nw==", .base64),
            ("Kx9-vault-Zu7", "S3g5LXZhdWx0LVp1Nw", .base64),
            ("postgres://app:Kx9-vault-Zu7@db:5432/x", "Kx9-vault-Zu7", .embedded),
            ("Kx9-vault-Zu7", "postgres://app:Kx9-vault-Zu7@db:5432/x", .embedded),
            ("Kx9-vault-Zu7", "export DB_PASSWORD=\"Kx9-vault-Zu7\"", .embedded),
            ("Kx9-vault-Zu7", "DB_USER=app\nDB_PASSWORD: Kx9-vault-Zu7\n", .embedded),
            ("{\"password\":\"Kx9-vault-Zu7\"}", "Kx9-vault-Zu7", .json),
            ("Kx9-vault-Zu7", "{\"username\":\"app\",\"password\":\"Kx9-vault-Zu7\"}", .json),
            ("p@ss/word:1", "mysql://u:p%40ss%2Fword%3A1@db/x", .embedded)
        ] as [(String, String, MatchForm)])
    func forms(value: String, leak: String, form: MatchForm) throws {
        #expect(try hit(value, in: leak)?.form == form)
    }

    @Test("the field of a JSON value is named")
    func pointer() throws {
        #expect(try hit(#"{"a/b":[{"pin":"Kx9-vault-Zu7"}]}"#, in: Self.value)?.pointer == "/a~1b/0/pin")
        #expect(try hit(#"{"url":"pg://u:Kx9-vault-Zu7@h"}"#, in: Self.value)?.pointer == "/url")
    }

    @Test("a PEM block is the same with other line ends and indentation")
    func pem() throws {
        let key = "-----BEGIN PRIVATE KEY-----\nMIIEabcdefgh\nijklmnop==\n-----END PRIVATE KEY-----\n"
        #expect(try hit(key.replacing("\n", with: "\\n"), in: key)?.form == .embedded)
        #expect(try hit(key.replacing("\n", with: "\r\n  "), in: key)?.form == .embedded)
        #expect(try hit(key.replacing("ijkl", with: "ijkX"), in: key) == nil)
    }

    @Test(
        "what stands beside the password in a leak is no match: host, user, database, a short word",
        arguments: ["db", "app", "orders.example.com", "5432", "postgres", "eu-west-1", ""])
    func noFalseAlarm(value: String) throws {
        #expect(try hit(value, in: "postgres://app:Kx9-vault-Zu7@orders.example.com:5432/db") == nil)
        #expect(
            try hit(value, in: "{\"host\":\"orders.example.com\",\"user\":\"app\",\"password\":\"Kx9-vault-Zu7\"}")
                == nil)
    }

    @Test("a short leak is found where it is all of the value, not as a part of everything")
    func short() throws {
        #expect(try hit("abc", in: "abc")?.form == .exact)
        #expect(try hit("an abc of things", in: "abc") == nil)
    }

    @Test(
        "formats are recognised, alone and in a text",
        arguments: [
            ("ghp_" + String(repeating: "a1B2", count: 9), LeakFormat.gitHub),
            ("Authorization: token github_pat_" + String(repeating: "A1b2", count: 12), .gitHub),
            ("sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc", .stripe),
            ("whsec_" + "5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH", .stripeWebhook),
            ("xoxb-" + "17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy", .slack),
            ("https://hooks.slack.com/services/" + "T00000000/B00000000/XXXXXXXXXXXX", .slackWebhook),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N", .jsonWebToken),
            ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", .privateKey),
            ("amqps://u:Kx9-vault-Zu7@mq.example.com/v", .connectionString),
            ("aws_access_key_id=AKIA" + "Q3EGTRSEXAMPLE12", .awsAccessKey)
        ] as [(String, LeakFormat)])
    func formats(text: String, format: LeakFormat) throws {
        let leak = try leak("log line: " + text + "\n")
        #expect(leak.formats.contains(format))
        #expect(!format.revoke.isEmpty && !format.issuer.isEmpty)
    }

    @Test(
        "what only looks like one is none",
        arguments: ["ghp_short", "my_sk_live_x", "https://example.com/a:b", "eyJhbGci", "AKIA123"])
    func noFormat(text: String) throws { #expect(try leak(text).formats.isEmpty) }

    @Test("the id of an access key is no secret and is told; the secret beside it is looked for")
    func accessKey() throws {
        let text = "AKIA" + "Q3EGTRSEXAMPLE12 wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzz12"
        let found = try leak(text)
        #expect(found.accessKeyIDs == ["AKIA" + "Q3EGTRSEXAMPLE12"])
        #expect(found.formats.contains(.awsSecretKey))
        #expect(try hit("wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzz12", in: text)?.form == .embedded)
    }

    @Test("nothing is an error, and so is too much")
    func sizes() {
        #expect(throws: OperationFailure.self) { try leak(" \n\t") }
        #expect(throws: OperationFailure.self) { try leak(String(repeating: "a", count: LeakedText.limit + 1)) }
    }

    @Test("once wiped nothing of it is left")
    func wiped() throws {
        let found = try leak("postgres://app:Kx9-vault-Zu7@db:5432/x")
        #expect(found.candidates.count > 1)
        found.wipe()
        #expect(found.candidates.allSatisfy { $0.bytes.count == 0 })
    }
}

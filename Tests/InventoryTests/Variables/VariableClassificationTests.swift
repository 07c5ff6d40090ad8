import Inventory
import RandomSource
import SensitiveMemory
import Testing

@Suite("What a variable's name and bytes tell")
struct VariableClassificationTests {
    private static func source(
        _ name: String, _ value: String, open: [String] = []
    ) -> FunctionRow.Variable.Source {
        var value = value
        return value.withUTF8 {
            VariableClassification(openVariables: open).source(name: name, value: UnsafeRawBufferPointer($0))
        }
    }

    @Test(
        "settings are plain",
        arguments: [
            ("LOG_LEVEL", "INFO"), ("AWS_CA_BUNDLE", "/etc/ssl/ca.pem"), ("MYSQL_ALLOW_EMPTY_PASSWORD", "yes"),
            ("TOKEN_TTL_SECONDS", "300"), ("TABLE", "orders-prod"), ("ENDPOINT", "https://api.example.com/v1"),
            ("DB_HOST", "db.internal.example.com"), ("DB_PORT", "5432"), ("EMPTY", ""), ("FEATURE_X", "true"),
            ("QUEUE", "arn:aws:sqs:eu-west-1:1:q"), ("GIT_SHA", "4f2a9c0d1be38a77d5c6e1f0a9b8c7d6e5f40312"),
            ("CERT", "-----BEGIN CERTIFICATE-----\nMIIB"), ("CACHE_PARTITION_KEY", "tenant"),
            ("BUCKET", "harbourlight-uploads-eu-west-1"), ("MAIL_FROM", "shop@example.com")
        ])
    func plain(name: String, value: String) {
        #expect(Self.source(name, value) == .plain)
    }

    @Test(
        "secrets in the clear are literal",
        arguments: [
            ("DB_PASSWORD", "canary"), ("dbPassword", "canary 1 2 3"), ("STRIPE_API_KEY", "0000"),
            ("X", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"), ("X", "AKIAIOSFODNN7EXAMPLE"),
            ("X", "ghp_0123456789abcdef0123456789abcdef0123"), ("X", "eyJhbGciOi.eyJzdWIi.c2ln"),
            ("DATABASE_URL", "postgres://app:canary@db.internal:5432/orders"),
            ("CONN", "Server=db;User=sa;Password=canary;"), ("HOOK", "https://hooks.slack.com/services/T0/B0/canary"),
            ("X", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"), ("PIN", "4711"),
            ("DATA", String(repeating: "Ab3/", count: 30)),
            ("SESSION", "9f8e7d6c5b4a39281706f5e4d3c2b1a0")
        ])
    func literal(name: String, value: String) {
        #expect(Self.source(name, value) == .literal)
    }

    @Test("what is not clear stays unknown, and no value is guessed to be harmless")
    func unknown() {
        #expect(Self.source("TENANT", "4f2a9c0d-1be3-8a77-d5c6-e1f0a9b8c7d6") == .unknown)
        #expect(Self.source("DB_PASSWORD", "/prod/legacy/db") == .unknown)
        #expect(Self.source("CONFIG", #"{"a":1}"#) == .unknown)
    }

    @Test("ciphertexts and ARNs by their marks")
    func marks() {
        let blob = "AQICAHh" + String(repeating: "x", count: 161)
        #expect(Self.source("DB_PASSWORD", blob) == .ciphertext)
        // "4fe2581f-3f92-42b7-a7a6-9be30ba28fc1", then zeros: how the stand-ins write ciphertexts.
        let standIn =
            "NGZlMjU4MWYtM2Y5Mi00MmI3LWE3YTYtOWJlMzBiYTI4ZmMx" + String(repeating: "A", count: 80)
        #expect(Self.source("DATA_KEY", standIn) == .ciphertext)
        #expect(Self.source("DB_PASSWORD_ENCRYPTED", String(repeating: "Ab3/", count: 30)) == .ciphertext)
        #expect(Self.source("DB_SECRET", "arn:aws:secretsmanager:eu-west-1:1:secret:x-AbCdEf") == .secret)
        #expect(Self.source("P", "arn:aws:ssm:eu-west-1:1:parameter/prod/x") == .parameter)
    }

    @Test("open_variables are plain by the person's word, with * for any characters")
    func openVariables() {
        #expect(Self.source("DB_PASSWORD", "canary", open: ["DB_PASSWORD"]) == .plain)
        #expect(Self.source("APP_TOKEN_A", "canary", open: ["APP_*_A"]) == .plain)
        #expect(Self.source("APP_TOKEN_B", "canary", open: ["APP_*_A", "*PASSWORD*", "APP"]) == .literal)
        #expect(Self.source("AA_TOKEN", "canary", open: ["AA_TOKEN*TOKEN"]) == .literal)
    }

    @Test("the observer keeps class and fingerprint and nothing of the bytes")
    func observer() throws {
        let key = try FingerprintKey(SecretBytes(copying: UnsafeRawBufferPointer(start: nil, count: 0)))
        var value = "s3cret-canary-value-in-the-clear"
        let variable = value.withUTF8 {
            VariableObserver(key: key).variable(name: "A\u{1B}[2J", value: UnsafeRawBufferPointer($0))
        }
        #expect(variable.name == "A<U+001B>[2J")
        #expect(variable.size == .medium)
        #expect(variable.fingerprint == key.fingerprint(ofName: value))
        var dumped = ""
        dump(variable, to: &dumped)
        #expect(!dumped.contains("canary"))
    }

    @Test("any bytes at all are classified without a trap")
    func anyBytes() {
        var random = SeededRandom(seed: 1)
        for length in 0..<2_000 {
            let bytes = (0..<(length % 300)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let source = bytes.withUnsafeBytes { VariableClassification().source(name: "X", value: $0) }
            #expect(source != .ciphertext)
        }
    }
}

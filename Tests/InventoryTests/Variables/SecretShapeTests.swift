import Inventory
import Testing

@Suite("Secrets in the clear, and what is taken for one")
struct SecretShapeTests {
    private static func shape(_ name: String, _ value: String) -> SecretShape? {
        var value = value
        return value.withUTF8 {
            VariableClassification().look(name: name, value: UnsafeRawBufferPointer($0)).shape
        }
    }

    @Test(
        "settings that other scanners cry wolf over",
        arguments: [
            ("AWS_CA_BUNDLE", "/etc/pki/tls/certs/ca-bundle.crt"), ("MYSQL_ALLOW_EMPTY_PASSWORD", "yes"),
            ("PASSWORD_MIN_LENGTH", "12"), ("TOKEN_TTL_SECONDS", "86400"), ("SECRET_NAME", "prod/orders/db"),
            ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:1:secret:prod/orders/db-AbCdEf"),
            ("KMS_KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab"), ("SECRETS_PROVIDER", "aws-secrets-manager"),
            ("GIT_SHA", "4f2a9c0d1be38a77d5c6e1f0a9b8c7d6e5f40312"),
            ("COMMIT", "4f2a9c0d1be38a77d5c6e1f0a9b8c7d6e5f40312"),
            ("IMAGE_DIGEST", "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            ("TABLE_NAME", "payments-stack-OrdersTable-1XK2J9Q4T7WBV"), ("USER_POOL_ID", "eu-west-1_a1B2c3D4e"),
            ("COGNITO_CLIENT_ID", "4k2b8c9d0e1f2g3h4i5j6k7l8m"),
            ("QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/1/q"),
            ("AUTH_TOKEN_HEADER", "X-Api-Key"), ("CACHE_KEY_PREFIX", "orders:v2:"), ("PARTITION_KEY", "tenantId"),
            ("ENABLE_PASSWORD_RESET", "true"), ("PASS", ""), ("API_KEY", "${API_KEY}"),
            ("DB_PASSWORD", "<set in console>"),
            ("DB_PASSWORD", "changeme"), ("API_TOKEN", "YOUR_API_TOKEN"), ("API_KEY", "xxxxxxxxxxxxxxxxxxxxxxxx"),
            ("DB_PASSWORD", "/prod/legacy/db"), ("JWT_ISSUER", "https://login.example.com/"),
            ("JWT_ALGORITHM", "RS256"),
            ("STRIPE_PUBLISHABLE_KEY", "pk_live_j5krY8XTgIcDaHDb3YrsAfCl"), ("CSRF_TOKEN_NAME", "csrf"),
            ("TLS_CERT", "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ"), ("LOG_LEVEL", "INFO"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://otel.internal:4318"),
            ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
            ("NODE_OPTIONS", "--enable-source-maps --max-old-space-size=512"),
            ("REQUEST_ID", "req-0123456789abcdef0123"),
            ("DATABASE_URL", "postgres://app:${DB_PASSWORD}@db.internal/orders"),
            ("FEATURE_FLAGS", #"{"newCheckout":true}"#),
            ("PUBLIC_KEY", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9Cnzj4p4WGeKLs1Pt8QuKU"),
            ("TOKEN_URL", "https://a/token"),
            ("BUCKET", "harbourlight-a1b2c3d4e5f6-eu-west-1"), ("TENANT", "73082700-1f09-405b-80d0-3131bfd6272d"),
            ("PATTERN", "^[A-Za-z0-9_-]{20,64}$"), ("SERVICE_NAME", "payments-reconcile-2026-11-worker"),
            ("CONFIG", "eyJsb2dMZXZlbCI6ImRlYnVnIiwicmV0cmllcyI6M30="), ("DD_API_KEY_SECRET_ARN", "arn:aws:x:y:1:z")
        ])
    func settings(name: String, value: String) {
        #expect(Self.shape(name, value) == nil)
    }

    @Test(
        "what nobody should find in a variable",
        arguments: [
            ("X", "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA", SecretShape.privateKey),
            ("APP_KEY_B64", "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpNSUlFcEFJQkFBS0NBUUVBdzdaZGZt", .privateKey),
            ("X", "ghp_R4nD0mZq8vT1yLk3Jh7Wb5Nc2Mx9Pf6Gs0Qa", .token(.gitHub)),
            ("HEADER", "Authorization: Bearer glpat-Zq8vT1yLk3Jh7Wb5Nc2M", .token(.gitLab)),
            ("AWS_ACCESS_KEY_ID", "AKIAQ3EGR5ZLM2VNX4TB", .token(.aws)),
            ("JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.c2lnbmF0dXJlLWJ5dGVz", .token(.jsonWebToken)),
            ("BOT", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawQ", .token(.telegram)),
            ("DATABASE_URL", "postgres://app:hunter2hunter2@db.internal:5432/orders", .passwordInURL),
            ("CALLBACK", "https://api.internal/cb?user=7&access_token=hunter2hunter2", .passwordInURL),
            ("CONN", "Server=db;User Id=sa;Password=hunter2hunter2;", .passwordInText),
            ("SETTINGS", #"{"host":"db","password":"hunter2hunter2"}"#, .passwordInText),
            ("SESSION", "9f8e7d6c5b4a39281706f5e4d3c2b1a0", .random),
            ("API_TOKEN", "9f8e7d6c5b4a39281706f5e4d3c2b1a0", .credential),
            ("DB_PASSWORD", "9GH-UFP65vFJAw:cfJiVK8RIl:.B", .named), ("DB_PASSWORD", "hunter2hunter2", .named),
            ("dbPassword", "correct horse battery", .named), ("MYSQLPASSWORD", "hunter2hunter2", .named),
            ("HEROKU_KEY", "01234567-89ab-4cde-8f01-23456789abcd", .named), ("CARD_PIN", "4711", .named)
        ])
    func secrets(name: String, value: String, shape: SecretShape) {
        #expect(Self.shape(name, value) == shape)
    }

    @Test("a variable that its owner has opened is not accused")
    func open() {
        var value = "hunter2hunter2"
        let shape = value.withUTF8 {
            VariableClassification(openVariables: ["DB_*"]).look(name: "DB_PASSWORD", value: UnsafeRawBufferPointer($0))
                .shape
        }
        #expect(shape == nil)
    }

    @Test("every issuer has words, and each mark its issuer's")
    func words() {
        for issuer in TokenIssuer.allCases {
            #expect(SecretShape.token(issuer).words.contains(issuer == .aws ? "AWS" : issuer.rawValue))
        }
        #expect(SecretShape.token(.gitHub).words == "a GitHub token")
        #expect(SecretShape.token(.openAI).words == "an OpenAI token")
    }
}

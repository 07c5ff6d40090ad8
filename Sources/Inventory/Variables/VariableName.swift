/// What the name of an environment variable tells about its value.
struct VariableName {
    /// A rough meaning, by the words of the name.
    enum Meaning: Equatable {
        /// The value itself should be secret: `DB_PASSWORD`, `STRIPE_API_KEY`.
        case secret
        /// Something about a secret but not it: `TOKEN_TTL`, `DB_SECRET_ARN`.
        case aboutSecret
        /// A setting whatever its value looks like: `LOG_LEVEL`, `GIT_SHA`.
        case setting
        case open
    }

    /// Upper-case words: split at `_`, `-`, `.` and where a capital follows a small letter.
    let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var previous: Character?
        for character in name {
            let breaks = character == "_" || character == "-" || character == "."
            if breaks || (character.isUppercase && previous?.isLowercase == true) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if !breaks { word.append(contentsOf: character.uppercased()) }
            previous = character
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
    }

    var meaning: Meaning {
        guard let last = words.last else { return .open }
        if Self.settings.contains(words.joined(separator: "_")) || Self.settingWords.contains(last) { return .setting }
        guard namesSecret else { return .open }
        return Self.aboutWords.contains(last) || Self.switchWords.contains(words[0]) || words.contains("ALLOW")
            ? .aboutSecret : .secret
    }

    /// Whether the value may well be the name of something else in the account.
    var hintsAtReference: Bool { words.contains { Self.referenceWords.contains($0) } }
    /// Whether the value is said to be encrypted.
    var saysEncrypted: Bool { words.contains { Self.encryptedWords.contains($0) } }
    /// Whether the value is said to be what names begin with.
    var hintsAtPrefix: Bool { words.contains { ["PREFIX", "PATH", "ROOT", "BASE", "NAMESPACE"].contains($0) } }
    var hintsAtParameter: Bool { words.contains { ["PARAM", "PARAMETER", "SSM", "PARAMS"].contains($0) } }
    var hintsAtSecret: Bool { words.contains { ["SECRET", "SECRETS", "SECRETSMANAGER", "SM"].contains($0) } }

    private var namesSecret: Bool {
        for (index, word) in words.enumerated() {
            if Self.secretWords.contains(word) { return true }
            if word == "KEY" || word == "KEYS", index > 0, Self.keyWords.contains(words[index - 1]) { return true }
        }
        return false
    }

    private static let secretWords: Set<String> = [
        "PASSWORD", "PASSWORDS", "PASSWD", "PASS", "PWD", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "TOKENS",
        "APIKEY", "CREDENTIAL", "CREDENTIALS", "CREDS", "PIN", "PRIVATEKEY", "PEM", "JWT", "BEARER", "DSN", "SALT"
    ]
    private static let keyWords: Set<String> = [
        "API", "ACCESS", "PRIVATE", "SECRET", "SIGNING", "SIGN", "ENCRYPTION", "MASTER", "SHARED", "LICENSE", "LICENCE",
        "AUTH", "SERVICE", "ACCOUNT", "STORAGE", "SSH", "APP", "APPLICATION", "INGEST", "DATA", "HMAC", "SERVER"
    ]
    private static let aboutWords: Set<String> = [
        "ARN", "NAME", "ID", "IDS", "PATH", "PARAM", "PARAMETER", "PREFIX", "FILE", "URL", "URI", "ENDPOINT", "HOST",
        "TTL", "LIMIT", "MAX", "MIN", "EXPIRY", "EXPIRATION", "EXPIRES", "SECONDS", "MINUTES", "HOURS", "DAYS",
        "LENGTH", "SIZE", "COUNT",
        "HEADER", "FIELD", "TABLE", "BUCKET", "REGION", "VERSION", "ROTATION", "ENABLED", "DISABLED", "REQUIRED",
        "TYPE", "ALGORITHM", "ALG", "ISSUER", "AUDIENCE", "STAGE", "LOCATION", "REF", "PROVIDER", "MODE", "POLICY",
        "ALIAS", "TIMEOUT", "CACHE", "INTERVAL"
    ]
    private static let switchWords: Set<String> = [
        "ENABLE", "DISABLE", "USE", "ALLOW", "REQUIRE", "REQUIRES", "HAS", "IS", "SKIP", "VALIDATE"
    ]
    private static let settingWords: Set<String> = [
        "SHA", "COMMIT", "DIGEST", "CHECKSUM", "ETAG", "LEVEL", "TIMEOUT", "LOCALE", "TIMEZONE", "BUNDLE"
    ]
    private static let settings: Set<String> = [
        "TZ", "LANG", "PATH", "HOME", "NODE_ENV", "NODE_OPTIONS", "PYTHONPATH", "LD_LIBRARY_PATH", "AWS_CA_BUNDLE",
        "AWS_REGION", "AWS_LAMBDA_EXEC_WRAPPER", "POWERTOOLS_SERVICE_NAME", "STAGE", "ENV", "ENVIRONMENT",
        "JAVA_TOOL_OPTIONS", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
    ]
    private static let encryptedWords: Set<String> = [
        "ENCRYPTED", "CIPHERTEXT", "CIPHER", "ENC", "KMS", "BLOB", "WRAPPED"
    ]
    private static let referenceWords: Set<String> = [
        "ARN", "NAME", "ID", "PATH", "PARAM", "PARAMETER", "PARAMS", "SSM", "SECRET", "SECRETS", "KMS", "KEY", "ALIAS",
        "PASSWORD", "TOKEN", "CREDENTIALS", "REF", "SM"
    ]
}

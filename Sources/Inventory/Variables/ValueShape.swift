/// What a value looks like, told from its bytes alone and kept instead of them.
enum ValueShape: Equatable {
    case empty, boolean, number, word, path, address, text
    /// Four digits or more: a PIN as well as a setting.
    case digits
    /// One long run of characters that says itself that it is an example.
    case example
    /// Base64 of JSON.
    case encodedJSON
    /// 8-4-4-4-12 hexadecimal digits.
    case uuid
    /// A URL without a password in it.
    case url
    /// A URL that carries a password or token.
    case urlWithPassword
    /// A connection string, JSON or command line with a field that is named like a secret.
    case textWithPassword
    case secretARN, parameterARN, otherARN
    case privateKey, certificate
    /// A token whose issuer marks it as one (`AKIA…`, `ghp_…`, `eyJ….….`).
    case markedToken(TokenIssuer)
    /// Base64 of what KMS makes.
    case ciphertext
    /// Long base64 without the marks of a ciphertext.
    case base64
    /// 40 or 64 hexadecimal digits, as Git and SHA-256 have.
    case digest
    /// One long run of letters and digits that nobody would think up.
    case random

    init(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        let scan = ValueScan(bytes)
        if scan.starts("-----BEGIN ") {
            self = scan.contains("PRIVATE KEY", within: 80) ? .privateKey : .certificate
        } else if scan.starts("arn:") {
            self = Self.arn(scan)
        } else if scan.isKMSCiphertext {
            self = .ciphertext
        } else if let issuer = TokenSearch(bytes).issuer {
            self = .markedToken(issuer)
        } else if let isPrivate = scan.encodedPrivateKey {
            self = isPrivate ? .privateKey : .certificate
        } else {
            self = Self.url(scan) ?? Self.text(scan) ?? Self.plain(scan)
        }
    }

    private static func arn(_ scan: ValueScan) -> ValueShape {
        if scan.contains(":secretsmanager:", within: 40) { return .secretARN }
        if scan.contains(":ssm:", within: 40), scan.contains(":parameter/", within: 80) { return .parameterARN }
        return .otherARN
    }

    private static func url(_ scan: ValueScan) -> ValueShape? {
        guard scan.colons > 0, scan.contains("://", within: 24) else { return nil }
        if scan.hasPasswordInAuthority || scan.contains(".webhook.office.com/", within: 80)
            || scan.contains("://hooks.slack.com/services/", within: 8) || scan.contains("/api/webhooks/", within: 40)
        {
            return .urlWithPassword
        }
        if scan.equals > 0, FieldSearch(scan.bytes).findsSecret { return .urlWithPassword }
        return .url
    }

    private static func text(_ scan: ValueScan) -> ValueShape? {
        if scan.count > 128, scan.contains("-----BEGIN "), scan.contains("PRIVATE KEY-----") { return .privateKey }
        guard scan.equals > 0 || scan.colons > 0, FieldSearch(scan.bytes).findsSecret else { return nil }
        return .textWithPassword
    }

    private static func plain(_ scan: ValueScan) -> ValueShape {
        if scan.isBoolean { return .boolean }
        if scan.isNumber { return scan.digits == scan.count && scan.count >= 4 ? .digits : .number }
        if scan.isPath { return .path }
        if scan.isAddress { return .address }
        if scan.count >= 20, scan.isOneToken, scan.contains("EXAMPLE") { return .example }
        if scan.isUUID { return .uuid }
        if scan.isDigest { return .digest }
        if scan.isEncodedJSON { return .encodedJSON }
        if scan.isRandom { return .random }
        if scan.isBase64 { return .base64 }
        return scan.isWord ? .word : .text
    }

    /// Whether names of other things may stand in such a value.
    var mayMention: Bool {
        switch self {
        case .empty, .boolean, .number, .word, .digits, .privateKey, .certificate, .markedToken, .ciphertext, .base64,
            .random, .digest, .example, .encodedJSON, .uuid:
            false
        case .path, .address, .text, .url, .urlWithPassword, .textWithPassword, .secretARN, .parameterARN, .otherARN:
            true
        }
    }
}

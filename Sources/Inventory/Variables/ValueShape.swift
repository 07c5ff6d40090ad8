/// What a value looks like, told from its bytes alone and kept instead of them.
enum ValueShape: Equatable {
    case empty, boolean, number, word, path, address, text
    /// A URL or connection string without a password in it.
    case url
    /// A URL or connection string that carries a password or token.
    case urlWithPassword
    case secretARN, parameterARN, otherARN
    case privateKey, certificate
    /// A token whose issuer marks it as one (`AKIA…`, `ghp_…`, `eyJ….….`).
    case markedToken
    /// Base64 of what KMS makes.
    case ciphertext
    /// Long base64 without the marks of a ciphertext.
    case base64
    /// One long run of letters and digits that nobody would think up.
    case random

    init(_ bytes: UnsafeRawBufferPointer) {
        let scan = ValueScan(bytes)
        self =
            if bytes.isEmpty {
                .empty
            } else if scan.starts("-----BEGIN ") {
                scan.contains("PRIVATE KEY", within: 80) ? .privateKey : .certificate
            } else if scan.starts("arn:") {
                Self.arn(scan)
            } else if scan.isKMSCiphertext {
                .ciphertext
            } else if scan.isMarkedToken {
                .markedToken
            } else if scan.carriesPassword {
                .urlWithPassword
            } else if scan.contains("://", within: 24) {
                .url
            } else {
                Self.plain(scan)
            }
    }

    private static func arn(_ scan: ValueScan) -> ValueShape {
        if scan.contains(":secretsmanager:", within: 40) { return .secretARN }
        if scan.contains(":ssm:", within: 40), scan.contains(":parameter/", within: 80) { return .parameterARN }
        return .otherARN
    }

    private static func plain(_ scan: ValueScan) -> ValueShape {
        if scan.isBoolean { return .boolean }
        if scan.isNumber { return .number }
        if scan.isPath { return .path }
        if scan.isAddress { return .address }
        if scan.isUUID { return .text }
        if scan.isRandom { return .random }
        if scan.isBase64 { return .base64 }
        return scan.isWord ? .word : .text
    }

    /// Whether names of other things may stand in such a value.
    var mayMention: Bool {
        switch self {
        case .empty, .boolean, .number, .word, .privateKey, .certificate, .markedToken, .ciphertext, .base64, .random:
            false
        case .path, .address, .text, .url, .urlWithPassword, .secretARN, .parameterARN, .otherARN: true
        }
    }
}

/// Questions about the bytes of a value, answered in place: nothing is copied and no `String` is made.
struct ValueScan {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    func starts(_ text: StaticString) -> Bool { matches(text, at: 0) }

    /// Whether the text occurs and begins within the first `limit` bytes.
    func contains(_ text: StaticString, within limit: Int = .max) -> Bool {
        let last = min(bytes.count - text.utf8CodeUnitCount, limit)
        return last >= 0 && (0...last).contains { matches(text, at: $0) }
    }

    /// The same without regard to case; `text` is lower case.
    func containsFolded(_ text: StaticString) -> Bool {
        let last = bytes.count - text.utf8CodeUnitCount
        return last >= 0 && (0...last).contains { matches(text, at: $0, folded: true) }
    }

    var isBoolean: Bool {
        let words: [StaticString] = [
            "true", "false", "yes", "no", "on", "off", "enabled", "disabled", "none", "null", "0", "1"
        ]
        return words.contains { $0.utf8CodeUnitCount == bytes.count && matches($0, at: 0, folded: true) }
    }

    /// Digits with at most a sign, a point and a unit of two letters: 30, -1.5, 300s, 10MB.
    var isNumber: Bool {
        var rest = bytes[...]
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        guard let first = number.first, isDigit(first), number.count <= 15 else { return false }
        let unit = rest.dropFirst(number.count)
        return unit.count <= 2 && unit.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "%") }
    }

    /// `/a/b`, `./a`, `s3://` is a URL and not here; one line without spaces.
    var isPath: Bool {
        (starts("/") || starts("./") || starts("../") || starts("~/"))
            && bytes.allSatisfy { isLetter($0) || isDigit($0) || "/._-~+:@=".utf8.contains($0) }
    }

    /// A host name, with or without port, or an address of mail.
    var isAddress: Bool {
        let dots = bytes.count { $0 == UInt8(ascii: ".") }
        return dots > 0 && bytes.count <= 253 && isLetter(bytes[bytes.count - 1]) || hasPort(dots: dots)
            ? bytes.allSatisfy { isLetter($0) || isDigit($0) || ".-_:@".utf8.contains($0) } && !isRandom : false
    }

    /// A short word as people write settings: letters, digits and joining marks, up to 40 bytes.
    var isWord: Bool {
        bytes.count <= 40 && bytes.allSatisfy { isLetter($0) || isDigit($0) || "-_.,: ".utf8.contains($0) }
    }

    private func hasPort(dots: Int) -> Bool {
        dots > 0 && bytes.count <= 253 && bytes.contains(UInt8(ascii: ":")) && isDigit(bytes[bytes.count - 1])
    }

    private func matches(_ text: StaticString, at place: Int, folded: Bool = false) -> Bool {
        guard bytes.count - place >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = bytes[place + offset]
            let wanted = text.utf8Start[offset]
            guard byte == wanted || (folded && isLetter(byte) && byte | 0x20 == wanted) else { return false }
        }
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}

extension ValueScan {
    /// Base64 of a KMS ciphertext: it begins with the bytes 01 02 02 00 78 (or 01 01 02 00 78 from older keys) and
    /// is some 150 bytes long at least. The AWS stand-ins begin theirs with the key's id.
    var isKMSCiphertext: Bool {
        guard bytes.count >= 92, isBase64 else { return false }
        return starts("AQICAH") || starts("AQECAH") || beginsWithKeyID
    }

    /// The key's id that a ciphertext of the AWS stand-ins begins with, for the length of the closure.
    func withKeyID<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard bytes.count >= 92, isBase64, beginsWithKeyID else { return nil }
        var id = [UInt8]()
        for group in 0..<12 {
            let bits = (0..<4).reduce(0) { $0 << 6 | (Self.sextet(bytes[group * 4 + $1]) ?? 64) }
            for shift in [16, 8, 0] { id.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        }
        return id.withUnsafeBytes(body)
    }

    /// Whether the first 36 bytes behind the base64 are a key's id: a UUID.
    private var beginsWithKeyID: Bool {
        for group in 0..<12 {
            let bits = (0..<4).reduce(0) { $0 << 6 | (Self.sextet(bytes[group * 4 + $1]) ?? 64) }
            for (place, shift) in [16, 8, 0].enumerated() {
                guard isUUIDByte(UInt8(truncatingIfNeeded: bits >> shift), at: group * 3 + place) else { return false }
            }
        }
        return true
    }

    private static func sextet(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    /// A whole number of base64 groups, 64 characters at least.
    var isBase64: Bool {
        guard bytes.count >= 64, bytes.count.isMultiple(of: 4) else { return false }
        let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return padding <= 2
            && bytes.dropLast(padding).allSatisfy {
                isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
            }
    }

    /// The prefixes that issuers give their tokens so that scanners find them.
    var isMarkedToken: Bool {
        let marks: [StaticString] = [
            "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "rk_live_",
            "rk_test_", "xoxb-", "xoxp-", "xoxa-", "xapp-", "AIza", "ya29.", "npm_", "pypi-", "dop_v1_", "sk-ant-",
            "sk-proj-", "whsec_", "hvs.", "dapi", "shpat_", "NRAK-"
        ]
        if bytes.count >= 20, marks.contains(where: { starts($0) }) { return isOneToken }
        if starts("SG."), bytes.count > 60 { return isOneToken }
        if starts("eyJ"), bytes.count(where: { $0 == UInt8(ascii: ".") }) == 2 { return isOneToken }
        return bytes.count == 20 && (starts("AKIA") || starts("ASIA"))
            && bytes.allSatisfy { isDigit($0) || ($0 >= 0x41 && $0 <= 0x5A) }
    }

    /// `scheme://user:password@host`, a token in a query, or `…Password=…;` of a connection string.
    var carriesPassword: Bool {
        let fields: [StaticString] = [
            "password=", "passwd=", "pwd=", "accountkey=", "sharedaccesskey=", "token=", "secret=", "api_key=",
            "apikey=", "sig=", "://hooks.slack.com/services/", ".webhook.office.com/", "discord.com/api/webhooks/"
        ]
        if fields.contains(where: { containsFolded($0) }) { return true }
        guard let scheme = (0..<min(bytes.count, 24)).first(where: { matches("://", at: $0) }) else { return false }
        let authority = bytes[(scheme + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return authority[..<at].contains(UInt8(ascii: ":"))
    }

    /// 8-4-4-4-12 hexadecimal digits: an identifier as often as a secret.
    var isUUID: Bool {
        bytes.count == 36 && bytes.enumerated().allSatisfy { isUUIDByte($0.element, at: $0.offset) }
    }

    private func isUUIDByte(_ byte: UInt8, at place: Int) -> Bool {
        if place == 8 || place == 13 || place == 18 || place == 23 { return byte == UInt8(ascii: "-") }
        return isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
    }

    /// One run of at least 20 letters and digits, of several sorts, with more than 3.3 bits a character.
    var isRandom: Bool {
        guard bytes.count >= 20, bytes.count <= 512, isOneToken else { return false }
        var counts = [Int](repeating: 0, count: 128)
        for byte in bytes { counts[Int(byte & 0x7F)] += 1 }
        let digits = (0x30...0x39).reduce(0) { $0 + counts[$1] }
        let letters = (0x41...0x5A).reduce(0) { $0 + counts[$1] + counts[$1 + 32] }
        guard digits >= 2 || (digits == 1 && bytes.count >= 32), letters >= 2 else { return false }
        // The sum of squares is the chance that two characters are equal: 1/10 for ten equally frequent ones.
        let squares = counts.reduce(0) { $0 + $1 * $1 }
        return squares * 10 < bytes.count * bytes.count && joins * 6 < bytes.count
    }

    private var joins: Int { bytes.count { "-_./".utf8.contains($0) } }

    private var isOneToken: Bool {
        bytes.allSatisfy { isLetter($0) || isDigit($0) || "-_.+/=~".utf8.contains($0) }
    }
}

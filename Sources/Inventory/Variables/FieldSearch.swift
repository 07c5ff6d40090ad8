/// Looks for fields named like secrets inside a text: a connection string (`Password=…;`), JSON, a command line or a query.
struct FieldSearch {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether some field's name ends in a word for a secret and something stands behind it.
    var findsSecret: Bool {
        for place in bytes.indices {
            let byte = bytes[place]
            guard byte == UInt8(ascii: "=") || (byte == UInt8(ascii: ":") && isFieldColon(place)) else { continue }
            if namesSecret(before: place), holdsValue(behind: place) { return true }
        }
        return false
    }

    /// A colon of JSON, YAML or a header, and not one between two words.
    private func isFieldColon(_ place: Int) -> Bool {
        (place > 0 && isPadding(bytes[place - 1])) || (place + 1 < bytes.count && isPadding(bytes[place + 1]))
    }

    /// Whether the letters in front of the sign, without quotes and spaces, end in one of the words.
    private func namesSecret(before sign: Int) -> Bool {
        var end = sign
        while end > 0, isPadding(bytes[end - 1]) { end -= 1 }
        // `signature=` and `design=` are no `sig=`, `mytoken=` is a token.
        for word in Self.words where ends(word.text, at: end) {
            let start = end - word.text.utf8CodeUnitCount
            if !word.alone || start == 0 || !bytes[start - 1].isLetter { return true }
        }
        return false
    }

    /// Whether a value follows that is no placeholder and longer than a switch.
    private func holdsValue(behind sign: Int) -> Bool {
        var start = sign + 1
        while start < bytes.count, isPadding(bytes[start]) || bytes[start] == UInt8(ascii: "=") { start += 1 }
        var end = endOfWord(start)
        if Self.schemes.contains(where: { ends($0, at: end) && end - start == $0.utf8CodeUnitCount }) {
            start = end
            while start < bytes.count, isPadding(bytes[start]) { start += 1 }
            end = endOfWord(start)
        }
        guard end - start >= 4 else { return false }
        let value = ValueScan(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        return !value.isPlaceholder && !value.isBoolean && !value.starts("arn:")
    }

    private func endOfWord(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
        return end
    }

    private func ends(_ word: StaticString, at end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard end >= count else { return false }
        for offset in 0..<count {
            let byte = bytes[end - count + offset]
            guard (byte.isLetter ? byte | 0x20 : byte) == word.utf8Start[offset] else { return false }
        }
        return true
    }

    private func isPadding(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\\")
            || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        isPadding(byte) || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ",")
    }

    /// The words; `alone` where they end other words too.
    private static let words: [(text: StaticString, alone: Bool)] = [
        ("password", false), ("passwd", false), ("pwd", true), ("passphrase", false), ("secret", false),
        ("token", false), ("accountkey", false), ("sharedaccesskey", false), ("accesskey", false),
        ("access_key", false), ("private_key", false), ("apikey", false), ("api_key", false), ("api-key", false),
        ("sig", true), ("authorization", false)
    ]
    /// What may stand between `Authorization:` and the value.
    private static let schemes: [StaticString] = ["bearer", "basic", "token", "apikey", "api-key"]
}

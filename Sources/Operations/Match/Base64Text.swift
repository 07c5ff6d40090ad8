import SensitiveMemory

/// Base64 of values (RFC 4648, sections 4 and 5), with or without its padding, from bytes into locked memory.
enum Base64Text {
    /// nil if the text is none: 8 characters or more of one of the two alphabets.
    static func decoded(_ text: UnsafeRawBufferPointer) throws -> SecretBytes? {
        var end = text.count
        while end > 0, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        let digits = UnsafeRawBufferPointer(rebasing: text[..<end])
        guard end >= 8, text.count - end <= 2, end % 4 != 1,
            digits.allSatisfy({ Base64Decoding.digit($0, .either) != nil })
        else { return nil }
        return try SecretBytes(capacity: end * 3 / 4) { Base64Decoding.decode(digits, into: $0, alphabet: .either) }
    }
}

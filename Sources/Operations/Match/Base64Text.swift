import SensitiveMemory

/// Base64 of values (RFC 4648, sections 4 and 5), with or without its padding, from bytes into locked memory.
enum Base64Text {
    /// nil if the text is none: 8 characters or more of one of the two alphabets.
    static func decoded(_ text: UnsafeRawBufferPointer) throws -> SecretBytes? {
        var end = text.count
        while end > 0, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        guard end >= 8, text.count - end <= 2, end % 4 != 1, text[..<end].allSatisfy({ digit($0) != nil }) else {
            return nil
        }
        return try SecretBytes(capacity: end * 3 / 4) { room in
            var bits: UInt32 = 0
            var held = 0
            var written = 0
            for byte in text[..<end] {
                guard let digit = digit(byte) else { break }
                bits = bits << 6 | digit
                held += 6
                if held >= 8 {
                    held -= 8
                    room[written] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                    written += 1
                }
            }
            return written
        }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

/// Base64 (RFC 4648) from bytes into bytes, so that a value takes no way through a `String`.
public enum Base64Decoding {
    /// The two characters that the forms of base64 differ in.
    public enum Alphabet: Sendable {
        /// `+` and `/` (section 4).
        case standard
        /// Those, and `-` and `_` (section 5).
        case either
    }

    /// The number of bytes behind the text; nil if it is not strict base64.
    public static func decodedCount(_ text: UnsafeRawBufferPointer) -> Int? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard !text.isEmpty else { return 0 }
        let padding = text.last == UInt8(ascii: "=") ? (text[text.count - 2] == UInt8(ascii: "=") ? 2 : 1) : 0
        guard text.dropLast(padding).allSatisfy({ digit($0, .standard) != nil }) else { return nil }
        return text.count / 4 * 3 - padding
    }

    /// Decodes up to the first byte that is none of the alphabet's, such as padding; returns the bytes written, three for
    /// four of the text's at most.
    public static func decode(
        _ text: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer, alphabet: Alphabet = .standard
    ) -> Int {
        var bits: UInt32 = 0
        var held = 0
        var written = 0
        for byte in text {
            guard let digit = digit(byte, alphabet) else { break }
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

    /// The six bits that a byte of the text stands for; nil if it stands for none.
    public static func digit(_ byte: UInt8, _ alphabet: Alphabet) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        case UInt8(ascii: "-") where alphabet == .either: 62
        case UInt8(ascii: "_") where alphabet == .either: 63
        default: nil
        }
    }
}

/// Base64 (RFC 4648, section 4) from bytes into bytes, so that a value takes no way through a `String`.
public enum Base64Decoding {
    /// The number of bytes behind the text; nil if it is not strict base64.
    public static func decodedCount(_ text: UnsafeRawBufferPointer) -> Int? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard !text.isEmpty else { return 0 }
        let padding = text.last == UInt8(ascii: "=") ? (text[text.count - 2] == UInt8(ascii: "=") ? 2 : 1) : 0
        guard text.dropLast(padding).allSatisfy({ digit($0) != nil }) else { return nil }
        return text.count / 4 * 3 - padding
    }

    /// Decodes what `decodedCount` has approved; returns the bytes written.
    public static func decode(_ text: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> Int {
        var bits: UInt32 = 0
        var held = 0
        var written = 0
        for byte in text {
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

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

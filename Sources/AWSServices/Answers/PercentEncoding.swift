/// RFC 3986, section 2.1.
enum PercentEncoding {
    /// The text without percent-encoding; nil if it is then no UTF-8. A % that begins no pair of digits stays.
    static func decode(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = digit(rest[rest.startIndex]),
                let low = digit(rest[rest.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// One byte, as itself if it is unreserved.
    static func encode(_ byte: UInt8, _ put: (UInt8) -> Void) {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: put(byte)
        default:
            put(UInt8(ascii: "%"))
            for half in [byte >> 4, byte & 0xF] { put(half < 10 ? 0x30 + half : 0x41 + half - 10) }
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }
}

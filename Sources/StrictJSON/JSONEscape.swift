/// The escapes of a JSON string (RFC 8259, section 7), decoded from bytes into bytes.
enum JSONEscape {
    static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// Decodes what stands between the quotes; the parser has checked its form. Returns the bytes written,
    /// never more than `source.count`. A lone surrogate becomes U+FFFD.
    static func decode(_ source: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> Int {
        var read = 0
        var written = 0
        while read < source.count {
            let byte = source[read]
            guard byte == UInt8(ascii: "\\") else {
                room[written] = byte
                read += 1
                written += 1
                continue
            }
            let letter = source[read + 1]
            if letter == UInt8(ascii: "u") {
                var scalar = unit(source, at: read + 2)
                read += 6
                if scalar >= 0xD800, scalar < 0xDC00, read + 6 <= source.count,
                    source[read] == UInt8(ascii: "\\"), source[read + 1] == UInt8(ascii: "u")
                {
                    let low = unit(source, at: read + 2)
                    if low >= 0xDC00, low < 0xE000 {
                        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                        read += 6
                    }
                }
                for part in Unicode.UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
                    room[written] = part
                    written += 1
                }
            } else {
                room[written] = simple(letter)
                read += 2
                written += 1
            }
        }
        return written
    }

    private static func unit(_ source: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | (hexDigit(source[offset + $1]) ?? 0) }
    }

    private static func simple(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }
}

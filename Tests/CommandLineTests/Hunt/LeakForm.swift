/// The forms in which a value may leave.
enum LeakForm: String, CaseIterable, Sendable {
    case plain, utf16LittleEndian, utf16BigEndian, base64, jsonEscaped, percentEncoded, hexadecimal
    /// One byte in each of ncurses' cells, whatever stands between.
    case cells

    /// Bytes from one cell of ncurses to the next.
    static let cellStride = 28

    /// A text in this form, as a leak would write it.
    func encode(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .utf16LittleEndian: bytes.flatMap { [$0, 0] }
        case .utf16BigEndian: bytes.flatMap { [0, $0] }
        case .base64: Self.base64(bytes)
        case .jsonEscaped: bytes.flatMap { Array("\\u00".utf8) + Self.hex($0, upper: false) }
        case .percentEncoded: bytes.flatMap { Array("%".utf8) + Self.hex($0, upper: true) }
        case .hexadecimal: bytes.flatMap { Self.hex($0, upper: false) }
        case .cells: bytes.flatMap { [$0] + (1..<Self.cellStride).map { UInt8(truncatingIfNeeded: $0 * 7) } }
        }
    }

    /// What to search for so that a piece is found in this form wherever it stands; empty for `cells`, which is no run of
    /// bytes.
    func needles(_ piece: [UInt8]) -> [[UInt8]] {
        switch self {
        case .plain, .utf16LittleEndian, .utf16BigEndian: [encode(piece)]
        case .base64: (0..<3).map { Self.base64(piece, behind: $0) }.flatMap { [$0, Self.urlSafe($0)] }
        case .jsonEscaped:
            Self.bothCases { upper in piece.flatMap { Array("\\u00".utf8) + Self.hex($0, upper: upper) } }
        case .percentEncoded: Self.bothCases { upper in piece.flatMap { Array("%".utf8) + Self.hex($0, upper: upper) } }
        case .hexadecimal: Self.bothCases { upper in piece.flatMap { Self.hex($0, upper: upper) } }
        case .cells: []
        }
    }

    private static func bothCases(_ write: (Bool) -> [UInt8]) -> [[UInt8]] { [write(false), write(true)] }

    private static func hex(_ byte: UInt8, upper: Bool) -> [UInt8] {
        let digits = String(byte, radix: 16, uppercase: upper)
        return Array((digits.count == 1 ? "0" + digits : digits).utf8)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let digits = sixBits(bytes)
        return digits + Array(repeating: UInt8(ascii: "="), count: (4 - digits.count % 4) % 4)
    }

    /// The digits that depend on nothing but the piece when so many other bytes stand before it.
    private static func base64(_ piece: [UInt8], behind count: Int) -> [UInt8] {
        let digits = sixBits(Array(repeating: 0, count: count) + piece)
        let whole = (count + piece.count) * 8 / 6
        return Array(digits[(count * 8 + 5) / 6..<whole])
    }

    private static func sixBits(_ bytes: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        var bits = 0
        var held = 0
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            held += 8
            while held >= 6 {
                held -= 6
                digits.append(alphabet[bits >> held & 63])
            }
        }
        if held > 0 { digits.append(alphabet[bits << (6 - held) & 63]) }
        return digits
    }

    private static func urlSafe(_ digits: [UInt8]) -> [UInt8] {
        digits.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }
    }
}

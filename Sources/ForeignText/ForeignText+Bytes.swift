/// What is drawn for bytes that came from outside, piece by piece, without a `String` of the whole.
extension ForeignText {
    /// One scalar of a text from outside, or what stands in its place.
    public enum Piece: Equatable, Sendable {
        /// A scalar that is drawn as it is.
        case scalar(Unicode.Scalar)
        /// A scalar that a terminal would act on, hide or reorder by: its name `<U+XXXX>` is drawn. A line feed or a
        /// tab is one of these; whoever lays out lines may treat them otherwise.
        case escaped(Unicode.Scalar)
        /// A byte that is not part of well-formed UTF-8: `<FF>`, its two hexadecimal digits, is drawn.
        case invalid(UInt8)

        /// Calls `body` with each scalar that is drawn for this piece: one, or those of the name. No `String` is made.
        public func spell(_ body: (Unicode.Scalar) throws -> Void) rethrows {
            switch self {
            case .scalar(let scalar): try body(scalar)
            case .escaped(let scalar): try ForeignText.spellName(of: scalar, body)
            case .invalid(let byte):
                try body("<")
                try body(ForeignText.hexDigit(UInt32(byte) >> 4))
                try body(ForeignText.hexDigit(UInt32(byte) & 15))
                try body(">")
            }
        }

        /// How many scalars are drawn for this piece.
        public var spelledCount: Int {
            switch self {
            case .scalar: 1
            case .escaped(let scalar): scalar.value > 0xFFFFF ? 10 : scalar.value > 0xFFFF ? 9 : 8
            case .invalid: 4
            }
        }
    }

    /// Goes through bytes that should be UTF-8 and gives each scalar in a form that is safe to draw.
    ///
    /// This is the way to draw a value: the bytes stay in locked memory, no `String` is made of them. Ill-formed
    /// bytes are given one by one, so that nothing of the value is lost or joined.
    public static func scalars(
        in bytes: UnsafeRawBufferPointer, body: (Piece) throws -> Void
    ) rethrows {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                let scalar = Unicode.Scalar(byte)
                try body(byte < 0x20 || byte == 0x7F ? .escaped(scalar) : .scalar(scalar))
                position += 1
            } else if let (scalar, length) = decode(bytes, at: position) {
                try body(isUnsafe(scalar) ? .escaped(scalar) : .scalar(scalar))
                position += length
            } else {
                try body(.invalid(byte))
                position += 1
            }
        }
    }

    /// Bytes that hold no value (a name, an error's text) as text that is safe to draw; ill-formed UTF-8 stays
    /// visible as `<FF>`.
    public static func visible(bytes: UnsafeRawBufferPointer) -> String {
        var result = String.UnicodeScalarView()
        scalars(in: bytes) { piece in piece.spell { result.append($0) } }
        return String(result)
    }

    /// The scalar of the well-formed sequence of two to four bytes at `position` (Unicode, table 3-7), or nil.
    private static func decode(_ bytes: UnsafeRawBufferPointer, at position: Int) -> (Unicode.Scalar, Int)? {
        let lead = bytes[position]
        let length: Int
        var value: UInt32
        switch lead {
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return nil
        }
        guard position + length <= bytes.count else { return nil }
        for offset in 1..<length {
            let next = bytes[position + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        // Not the shortest form, or a surrogate, or beyond the last scalar.
        guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return nil }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    static func hexDigit(_ value: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 10 ? 0x30 + value : 0x37 + value))
    }

    static func spellName(of scalar: Unicode.Scalar, _ body: (Unicode.Scalar) throws -> Void) rethrows {
        try body("<")
        try body("U")
        try body("+")
        let digits = scalar.value > 0xFFFFF ? 6 : scalar.value > 0xFFFF ? 5 : 4
        for place in (0..<UInt32(digits)).reversed() { try body(hexDigit(scalar.value >> (4 * place) & 15)) }
        try body(">")
    }
}

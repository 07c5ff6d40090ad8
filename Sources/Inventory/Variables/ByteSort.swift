/// The sorts of bytes that a value is counted by: one look into a table a byte.
enum ByteSort {
    static let lower = 1
    static let digit = 2
    static let upper = 3
    /// The last of the sorts that tokens and names change between.
    static let lastWritten = 3
    static let dot = 4
    /// `-`, `_` and `/`.
    static let join = 5
    static let colon = 6
    static let equals = 7
    static let at = 8
    /// `+` and `~`.
    static let plusOrTilde = 9
    /// Space and comma.
    static let space = 10
    static let other = 11
    static let count = 12

    /// The sort of each byte.
    static let table: [UInt8] = (0...255).map { byte in
        let byte = UInt8(byte)
        let sort =
            if byte.isLower {
                lower
            } else if byte.isDigit {
                digit
            } else if byte.isUpper {
                upper
            } else {
                switch byte {
                case UInt8(ascii: "."): dot
                case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): join
                case UInt8(ascii: ":"): colon
                case UInt8(ascii: "="): equals
                case UInt8(ascii: "@"): at
                case UInt8(ascii: "+"), UInt8(ascii: "~"): plusOrTilde
                case UInt8(ascii: " "), UInt8(ascii: ","): space
                default: other
                }
            }
        return UInt8(sort)
    }
}

/// The mark of one sort of token: what it begins with and what has to follow.
struct TokenMark: Sendable {
    /// The characters behind the mark.
    enum Alphabet: Sendable, CaseIterable {
        case digits, lowerHex, hex, upperAndDigits, alphanumeric
        /// Letters, digits, `_` and `-`.
        case url
        /// Those and `.`, `=`, `~`, `/`, `+`.
        case any

        func contains(_ byte: UInt8) -> Bool { Self.table[Int(byte)] & bit != 0 }

        /// Which alphabets have each byte, a bit for each: values are long and the table is one look.
        static let table: [UInt8] = (0...255).map { byte in
            allCases.reduce(0) { $1.has(UInt8(byte)) ? $0 | $1.bit : $0 }
        }

        var bit: UInt8 {
            switch self {
            case .digits: 1
            case .lowerHex: 2
            case .hex: 4
            case .upperAndDigits: 8
            case .alphanumeric: 16
            case .url: 32
            case .any: 64
            }
        }

        private func has(_ byte: UInt8) -> Bool {
            switch self {
            case .digits: byte.isDigit
            case .lowerHex: byte.isDigit || (byte >= 0x61 && byte <= 0x66)
            case .hex: byte.isDigit || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
            case .upperAndDigits: byte.isDigit || byte.isUpper
            case .alphanumeric: byte.isDigit || byte.isLetter
            case .url: byte.isDigit || byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            case .any: byte.isDigit || byte.isLetter || "_-.=~/+".utf8.contains(byte)
            }
        }
    }

    let issuer: TokenIssuer
    let prefix: StaticString
    let alphabet: Alphabet
    /// How many characters follow at least, and at most.
    let counts: ClosedRange<Int>

    init(_ issuer: TokenIssuer, _ prefix: StaticString, _ alphabet: Alphabet, _ counts: ClosedRange<Int>) {
        self.issuer = issuer
        self.prefix = prefix
        self.alphabet = alphabet
        self.counts = counts
    }

    init(_ issuer: TokenIssuer, _ prefix: StaticString, _ alphabet: Alphabet, _ least: Int) {
        self.init(issuer, prefix, alphabet, least...4096)
    }

    /// Whether such a token begins there. What is written by hand to show the form (`AKIAXXXXXXXXXXXXXXXX`,
    /// `…EXAMPLE`) is none.
    func matches(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let start = place + prefix.utf8CodeUnitCount
        guard start + counts.lowerBound <= bytes.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where bytes[place + offset] != prefix.utf8Start[offset] {
            return false
        }
        var end = start
        var seen = (UInt64(0), UInt64(0))
        let bit = alphabet.bit
        Alphabet.table.withUnsafeBufferPointer { table in
            while end < bytes.count, table[Int(bytes[end])] & bit != 0 {
                let byte = bytes[end]
                if byte < 64 { seen.0 |= 1 << UInt64(byte) } else { seen.1 |= 1 << UInt64(byte & 63) }
                end += 1
            }
        }
        guard counts.contains(end - start) else { return false }
        // A short mark proves little: what follows must be mixed. Bits 0x30 to 0x39 are the digits, 0x41 to 0x5A capitals.
        if prefix.utf8CodeUnitCount <= 3 {
            let capitals = (seen.1 & 0x07FF_FFFE).nonzeroBitCount
            let isMixed = (seen.0 & 0x03FF_0000_0000_0000).nonzeroBitCount >= 2 && seen.1 != 0
            guard isMixed || (capitals >= 6 && bytes[start - 1] == UInt8(ascii: "_")) else { return false }
        }
        return seen.0.nonzeroBitCount + seen.1.nonzeroBitCount >= min(6, counts.lowerBound)
            && !ValueScan(UnsafeRawBufferPointer(rebasing: bytes[start..<end])).isPlaceholder
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

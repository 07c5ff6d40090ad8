/// Looks for tokens that their issuers mark, anywhere in a value.
struct TokenSearch {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The issuer of the first token; nil if there is none.
    var issuer: TokenIssuer? {
        guard bytes.count >= 18 else { return nil }
        let (marks, starts, seconds) = TokenMark.sorted
        let found = Self.joinsWords.withUnsafeBufferPointer { joins -> TokenIssuer? in
            var place = 0
            // No mark has a single byte.
            while place + 1 < bytes.count {
                let byte = bytes[place]
                defer {
                    // To the next place that no word goes on to.
                    while place < bytes.count, joins[Int(bytes[place])] { place &+= 1 }
                    place &+= 1
                }
                var next = Int(starts[Int(byte)])
                let end = Int(starts[Int(byte) + 1])
                while next < end {
                    if seconds[next] == bytes[place + 1], marks[next].matches(bytes, at: place) {
                        return marks[next].issuer
                    }
                    next += 1
                }
                if byte == UInt8(ascii: "e"), isJSONWebToken(at: place) { return .jsonWebToken }
            }
            return nil
        }
        return found ?? wholeValue
    }

    /// The bytes behind which no token begins.
    private static let joinsWords: [Bool] = (0...255).map { byte in
        let byte = UInt8(byte)
        return byte.isLetter || byte.isDigit || "_.-".utf8.contains(byte)
    }

    /// `eyJ….eyJ….…`: header and claims begin with `{"` in base64.
    private func isJSONWebToken(at place: Int) -> Bool {
        guard has("eyJ", at: place) else { return false }
        var dots = 0
        var end = place
        while end < bytes.count, TokenMark.Alphabet.any.contains(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") {
                dots += 1
                if dots == 1, !has("ey", at: end + 1) { return false }
            }
            end += 1
        }
        return (1...2).contains(dots) && end - place >= 24
    }

    /// Tokens that are known by a mark in their middle or at their end, where the value is nothing else.
    private var wholeValue: TokenIssuer? {
        let count = bytes.count
        if count == 82, has("pat", at: 0), bytes[17] == UInt8(ascii: "."), all(.lowerHex, 18..<82) { return .airtable }
        if count == 40, has("_mmk", at: 36), all(.alphanumeric, 7..<36) { return .maxMind }
        if (37...38).contains(count), has("Q~", at: 4), bytes[3].isDigit, all(.any, 6..<count) { return .azure }
        if count == 40, has("Q~", at: 4), bytes[3].isDigit, all(.any, 6..<count) { return .azure }
        if count >= 75, has(".atlasv1.", at: 14), all(.any, 23..<count), ValueScan(bytes).longestRun < 8 {
            return .hashiCorp
        }
        if let bar = first("|", in: 13...17), all(.digits, 0..<bar),
            (26...42).contains(count - bar), all(.url, (bar + 1)..<count)
        {
            return .facebook
        }
        if (36...37).contains(count), let us = last("-us"), us == 32, all(.lowerHex, 0..<32) { return .mailchimp }
        if let colon = first(":", in: 5...16), count == colon + 36,
            bytes[colon + 1] == UInt8(ascii: "A"), all(.digits, 0..<colon), all(.url, (colon + 1)..<count)
        {
            return .telegram
        }
        return nil
    }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Where the byte stands first among those places.
    private func first(_ byte: Unicode.Scalar, in places: ClosedRange<Int>) -> Int? {
        places.first { $0 < bytes.count && bytes[$0] == UInt8(ascii: byte) }
    }

    private func last(_ text: StaticString) -> Int? {
        (0..<bytes.count).last { has(text, at: $0) }
    }

    private func all(_ alphabet: TokenMark.Alphabet, _ range: Range<Int>) -> Bool {
        range.allSatisfy { alphabet.contains(bytes[$0]) }
    }
}

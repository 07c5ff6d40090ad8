/// Looks for tokens that their issuers mark, anywhere in a value.
struct TokenSearch {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The issuer of the first token; nil if there is none.
    var issuer: TokenIssuer? {
        guard bytes.count >= 18 else { return nil }
        let (marks, starts) = TokenMark.sorted
        var previous = UInt8(ascii: " ")
        for place in bytes.indices {
            let byte = bytes[place]
            if !previous.isLetter, !previous.isDigit, previous != UInt8(ascii: "_"), previous != UInt8(ascii: "."),
                previous != UInt8(ascii: "-")
            {
                var next = Int(starts[Int(byte)])
                let end = Int(starts[Int(byte) + 1])
                while next < end {
                    if marks[next].matches(bytes, at: place) { return marks[next].issuer }
                    next += 1
                }
                if byte == UInt8(ascii: "e"), isJSONWebToken(at: place) { return .jsonWebToken }
            }
            previous = byte
        }
        return wholeValue
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
        if let bar = bytes.firstIndex(of: UInt8(ascii: "|")), (13...17).contains(bar), all(.digits, 0..<bar),
            (26...42).contains(count - bar), all(.url, (bar + 1)..<count)
        {
            return .facebook
        }
        if (36...37).contains(count), let us = last("-us"), us == 32, all(.lowerHex, 0..<32) { return .mailchimp }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), (5...16).contains(colon), count == colon + 36,
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

    private func last(_ text: StaticString) -> Int? {
        (0..<bytes.count).last { has(text, at: $0) }
    }

    private func all(_ alphabet: TokenMark.Alphabet, _ range: Range<Int>) -> Bool {
        range.allSatisfy { alphabet.contains(bytes[$0]) }
    }
}

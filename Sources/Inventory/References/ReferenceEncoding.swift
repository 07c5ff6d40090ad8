import ForeignText

/// The percent-encoding of names inside a reference (RFC 3986, section 2.1, on UTF-8).
///
/// `%`, `@`, `#`, spaces and everything that a terminal would act on are always encoded, so that a printed
/// reference is one word and safe to draw; what separates parts is encoded where it would separate.
enum ReferenceEncoding {
    static func encode(_ text: String, also separators: Set<Character> = []) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if mustEncode(scalar) || separators.contains(Character(scalar)) {
                for byte in UTF8.encode(scalar)! { result += hex(byte) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Scalars that never stand bare in a reference.
    static func mustEncode(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "%" || scalar == "@" || scalar == "#" || scalar.properties.isWhitespace
            || ForeignText.isUnsafe(scalar)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "%0" + digits : "%" + digits
    }
}

/// What others may read of a text in share mode: account ids and the names of sessions shortened.
enum SharedText {
    /// Every run of exactly twelve digits is an account id for this: `1***..**33`. A session's name behind an assumed
    /// role keeps its first letter: `assumed-role/admin/j***`.
    static func of(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if let end = account(in: bytes, at: at) {
                result += bytes[at..<at + 1] + mask + bytes[end - 2..<end]
                at = end
            } else if let (first, end) = session(in: bytes, at: at) {
                result += bytes[at...first] + star
                at = end
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let mask = Array("***..**".utf8)
    private static let star = Array("***".utf8)
    private static let role = Array("assumed-role/".utf8)

    /// The end of the account id that begins here. A bare number of JSON, between a colon and what ends it, is none.
    private static func account(in bytes: [UInt8], at start: Int) -> Int? {
        let end = start + 12
        guard end <= bytes.count, start == 0 || !isDigit(bytes[start - 1]), bytes[start..<end].allSatisfy(isDigit),
            end == bytes.count || !isDigit(bytes[end])
        else { return nil }
        let isNumber =
            start > 0 && bytes[start - 1] == UInt8(ascii: ":") && end < bytes.count && ",}]".utf8.contains(bytes[end])
        return isNumber ? nil : end
    }

    /// The place of the first letter and the end of the session's name, if an assumed role's ARN begins here.
    private static func session(in bytes: [UInt8], at start: Int) -> (first: Int, end: Int)? {
        guard bytes[start...].starts(with: role), let slash = bytes[(start + role.count)...].firstIndex(where: isEnd),
            bytes[slash] == UInt8(ascii: "/"), slash + 1 < bytes.count, !isEnd(bytes[slash + 1])
        else { return nil }
        return (slash + 1, bytes[(slash + 1)...].firstIndex(where: isEnd) ?? bytes.count)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Role and session names are `[\w+=,.@-]` (IAM API reference, AssumeRole); here a comma ends them too, since it
    /// stands between them in a list.
    private static func isEnd(_ byte: UInt8) -> Bool {
        !(isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "_+=.@-".utf8.contains(byte))
    }
}

/// The id of an AWS access key: no secret, and it tells something by itself.
public struct AccessKeyID: Equatable, Sendable {
    /// What its first four letters say.
    public enum Kind: String, Sendable {
        case longLived = "long-lived"
        /// A session's; it ends by itself.
        case temporary
    }

    public let text: String
    public let kind: Kind

    /// nil unless it is `AKIA` or `ASIA` and 16 capitals and digits.
    public init?(_ text: String) {
        guard text.utf8.count == 20, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
        else { return nil }
        switch text.prefix(4) {
        case "AKIA": kind = .longLived
        case "ASIA": kind = .temporary
        default: return nil
        }
        self.text = text
    }

    /// The account that the id was made in, read from its bits; nil for ids from before 2019, which do not have it.
    /// AWS does not document it, so what STS says goes before it.
    public var account: String? {
        let digits = text.utf8.dropFirst(4)
        guard let first = digits.first, first != UInt8(ascii: "I"), first != UInt8(ascii: "J") else { return nil }
        var bits: UInt64 = 0
        // Ten digits of base32 are the 50 bits whose first 48 hold a zero, the account in 40 bits, and seven others.
        for byte in digits.prefix(10) {
            switch byte {
            case 0x41...0x5A: bits = bits << 5 | UInt64(byte - 0x41)
            case 0x32...0x37: bits = bits << 5 | UInt64(byte - 0x32 + 26)
            default: return nil
            }
        }
        let number = (bits >> 2 & 0x7FFF_FFFF_FF80) >> 7
        guard number < 1_000_000_000_000 else { return nil }
        let decimal = String(number)
        return String(repeating: "0", count: 12 - decimal.count) + decimal
    }
}

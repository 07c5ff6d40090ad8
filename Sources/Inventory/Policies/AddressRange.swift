/// A range of IPv4 addresses in CIDR notation, as `aws:SourceIp` conditions have it.
struct AddressRange {
    private let base: UInt32
    private let mask: UInt32

    /// nil for what is no IPv4 range; IPv6 is not decided here.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ Self.number($0) }), parts.count <= 2 else { return nil }
        let bits = parts.count == 2 ? Int(parts[1]) : 32
        guard let bits, (0...32).contains(bits) else { return nil }
        mask = bits == 0 ? 0 : ~UInt32(0) << UInt32(32 - bits)
        base = address & mask
    }

    func contains(_ address: String) -> Bool { Self.number(address[...]).map { $0 & mask == base } ?? false }

    private static func number(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        return parts.reduce(UInt32?(0)) { sum, part in sum.flatMap { sum in part.map { sum << 8 | UInt32($0) } } }
    }
}

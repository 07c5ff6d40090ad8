/// A keyed fingerprint of a value: equal values have equal fingerprints on one installation, and
/// nobody without the key can test a guess. The first 8 bytes of HMAC-SHA-256.
public struct Fingerprint: Hashable, Sendable {
    /// The 64 bits, big endian.
    public let bits: UInt64

    public init(bits: UInt64) { self.bits = bits }

    /// 16 lower-case hexadecimal digits, the form of the audit trail.
    public var hex: String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

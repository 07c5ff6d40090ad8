import COpenSSL

/// Time-based one-time codes of six digits (RFC 6238 with HMAC-SHA-1 and steps of 30 seconds, as every authenticator app
/// makes them).
public struct TimeCode: Sendable {
    /// Seconds of a step.
    public static let step = 30.0
    /// A clock may be off by so many steps either way.
    public static let tolerance: UInt64 = 1

    private let key: SecretBytes

    /// - Parameter key: the secret that the authenticator has too; 20 bytes as RFC 4226 recommends.
    public init(_ key: SecretBytes) { self.key = key }

    /// The number of the step of a time, in seconds since 1970.
    public static func step(at seconds: Double) -> UInt64 { UInt64(max(0, seconds) / step) }

    /// The code of a step (RFC 4226, section 5.3). The corresponding C function is HMAC.
    public func code(of step: UInt64) -> UInt32 {
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 20
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * UInt64($0))) }
        let made = key.withUnsafeBytes { key in
            HMAC(EVP_sha1(), key.baseAddress, Int32(key.count), message, message.count, &digest, &length)
        }
        precondition(made != nil && length == 20, "libcrypto refused HMAC-SHA-1")
        let offset = Int(digest[19] & 15)
        let bits = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (bits & 0x7FFF_FFFF) % 1_000_000
    }

    /// The step whose code this is, near the time and behind `used`; nil if it is none.
    public func step(of code: UInt32, at seconds: Double, after used: UInt64? = nil) -> UInt64? {
        let now = Self.step(at: seconds)
        let near = (now - min(now, Self.tolerance))...(now + Self.tolerance)
        return near.first { step in step > used ?? 0 && self.code(of: step) == code }
    }
}

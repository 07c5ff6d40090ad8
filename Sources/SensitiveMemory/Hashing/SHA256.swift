import COpenSSL

/// SHA-256 (FIPS 180-4) by libcrypto.
public enum SHA256 {
    /// The 32 bytes of the digest. The corresponding C function is SHA256.
    public static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        let made = COpenSSL.SHA256(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &result)
        precondition(made != nil, "libcrypto refused SHA-256")
        return result
    }

    /// The digest of an array of bytes.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { digest($0) } }
}

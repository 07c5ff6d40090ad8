import COpenSSL

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) by libcrypto.
public enum HMACSHA256 {
    /// The 32 bytes of the code of `message` under `key`. The corresponding C function is HMAC.
    public static func code(key: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        let made = HMAC(
            EVP_sha256(), key.baseAddress, Int32(key.count),
            message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count, &result, &length)
        // A code of zeros would make all values look the same.
        precondition(made != nil && length == 32, "libcrypto refused HMAC-SHA-256")
        return result
    }
}

import COpenSSL

/// SHA-1 (FIPS 180-4) by libcrypto. Only for names that others have chosen by it, such as the files of the AWS
/// sign-in cache; never for security.
public enum SHA1 {
    /// The 20 bytes of the digest. The corresponding C function is SHA1.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 20)
        let made = COpenSSL.SHA1(bytes, bytes.count, &result)
        precondition(made != nil, "libcrypto refused SHA-1")
        return result
    }
}

import COpenSSL

/// SHA-256 (FIPS 180-4) for a million short messages: libcrypto's algorithm is looked up once, its context
/// used again. Not for several threads at a time.
public final class SHA256Engine {
    private let algorithm: OpaquePointer
    private let context: OpaquePointer

    /// The corresponding C functions are EVP_MD_fetch and EVP_MD_CTX_new. nil without memory or algorithm.
    public init?() {
        guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else { return nil }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(algorithm)
            return nil
        }
        self.algorithm = algorithm
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// Writes the 32 bytes of the digest into the room; whether libcrypto did its work. The corresponding C
    /// functions are EVP_DigestInit_ex2, EVP_DigestUpdate and EVP_DigestFinal_ex.
    public func digest(_ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> Bool {
        precondition(room.count >= 32)
        return EVP_DigestInit_ex2(context, algorithm, nil) == 1
            && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
            && EVP_DigestFinal_ex(context, room.baseAddress?.assumingMemoryBound(to: UInt8.self), nil) == 1
    }
}

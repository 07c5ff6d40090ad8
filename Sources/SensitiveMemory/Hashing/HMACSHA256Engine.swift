import COpenSSL
import Synchronization

/// HMAC-SHA-256 under one key for many short messages: the key is worked in once, the contexts are used again. For any
/// thread, one at a time. What it keeps of the key is the state of the hash behind the key's block, in libcrypto's
/// memory, which is cleared when it is freed.
final class HMACSHA256Engine: Sendable {
    /// Unchecked: the pointers are used under the lock alone.
    private struct Contexts: ~Copyable, @unchecked Sendable {
        let inner: OpaquePointer
        let outer: OpaquePointer
        let work: OpaquePointer

        deinit {
            EVP_MD_CTX_free(inner)
            EVP_MD_CTX_free(outer)
            EVP_MD_CTX_free(work)
        }
    }

    private let contexts: Mutex<Contexts>

    /// The corresponding C functions are EVP_MD_fetch and EVP_MD_CTX_new. nil without memory or algorithm, and for a key
    /// that is longer than the hash's block of 64 bytes.
    init?(key: UnsafeRawBufferPointer) {
        guard key.count <= 64, let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else { return nil }
        defer { EVP_MD_free(algorithm) }
        guard let inner = EVP_MD_CTX_new() else { return nil }
        guard let outer = EVP_MD_CTX_new() else {
            EVP_MD_CTX_free(inner)
            return nil
        }
        guard let work = EVP_MD_CTX_new() else {
            EVP_MD_CTX_free(inner)
            EVP_MD_CTX_free(outer)
            return nil
        }
        contexts = Mutex(Contexts(inner: inner, outer: outer, work: work))
        guard Self.begin(inner, algorithm, key, pad: 0x36), Self.begin(outer, algorithm, key, pad: 0x5C) else {
            return nil
        }
    }

    /// The first 8 bytes of the code, big endian; nil if libcrypto refused. The corresponding C functions are
    /// EVP_MD_CTX_copy_ex, EVP_DigestUpdate and EVP_DigestFinal_ex.
    func prefix(of message: UnsafeRawBufferPointer) -> UInt64? {
        contexts.withLock { contexts in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
                guard EVP_MD_CTX_copy_ex(contexts.work, contexts.inner) == 1,
                    EVP_DigestUpdate(contexts.work, message.baseAddress, message.count) == 1,
                    EVP_DigestFinal_ex(contexts.work, digest.baseAddress, nil) == 1,
                    EVP_MD_CTX_copy_ex(contexts.work, contexts.outer) == 1,
                    EVP_DigestUpdate(contexts.work, digest.baseAddress, 32) == 1,
                    EVP_DigestFinal_ex(contexts.work, digest.baseAddress, nil) == 1
                else { return nil }
                return digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
            }
        }
    }

    private static func begin(
        _ context: OpaquePointer, _ algorithm: OpaquePointer, _ key: UnsafeRawBufferPointer, pad: UInt8
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { block in
            for index in 0..<64 { block[index] = (index < key.count ? key[index] : 0) ^ pad }
            defer { block.update(repeating: 0) }
            return EVP_DigestInit_ex2(context, algorithm, nil) == 1
                && EVP_DigestUpdate(context, block.baseAddress, 64) == 1
        }
    }
}

import COpenSSL

/// HKDF (RFC 5869) with SHA-512 by libcrypto.
public enum HKDF {
    /// `count` bytes derived from a key, straight into locked memory. The corresponding C functions are
    /// EVP_PKEY_derive and those that prepare it.
    public static func sha512(
        key: SecretBytes, salt: [UInt8], info: [UInt8], count: Int
    ) throws(CipherError) -> SecretBytes {
        guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nil) else {
            throw .refused(call: "EVP_PKEY_CTX_new_id")
        }
        defer { EVP_PKEY_CTX_free(context) }
        let isReady = key.withUnsafeBytes { key in
            EVP_PKEY_derive_init(context) == 1
                && EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha512()) == 1
                && EVP_PKEY_CTX_set1_hkdf_salt(context, salt, Int32(salt.count)) == 1
                && EVP_PKEY_CTX_set1_hkdf_key(
                    context, key.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(key.count)) == 1
                && EVP_PKEY_CTX_add1_hkdf_info(context, info, Int32(info.count)) == 1
        }
        guard isReady else { throw .refused(call: "EVP_PKEY_derive_init") }
        do {
            return try SecretBytes(capacity: count) { room in
                var length = room.count
                let derived = EVP_PKEY_derive(
                    context, room.baseAddress?.assumingMemoryBound(to: UInt8.self), &length)
                guard derived == 1, length == count else { throw CipherError.refused(call: "EVP_PKEY_derive") }
                return count
            }
        } catch let error as SensitiveMemoryError {
            throw .memory(error)
        } catch {
            throw .refused(call: "EVP_PKEY_derive")
        }
    }
}

import COpenSSL

/// A private key of the curve P-256, for signatures of the kind ES256 (RFC 7518, section 3.4).
///
/// The key lives in libcrypto's memory, which is cleared when it is freed.
public final class ES256Key: Sendable {
    /// The bytes of a coordinate, and of each half of a signature.
    static let size = 32

    /// Unchecked: libcrypto counts the references itself, and nothing here changes a key.
    private struct Key: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let key: Key

    /// Reads a key in PEM, of SEC 1 (`EC PRIVATE KEY`) or PKCS #8 (`PRIVATE KEY`). Throws `.refused` for anything else, a
    /// key under a password and one of another curve included. The corresponding C function is PEM_read_bio_PrivateKey.
    public init(pem: SecretBytes) throws(CipherError) {
        let read = pem.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let source = BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count)) else { return nil }
            defer { BIO_free(source) }
            // Without this, libcrypto would ask the terminal for the password.
            return PEM_read_bio_PrivateKey(source, nil, { _, _, _, _ in -1 }, nil)
        }
        guard let read else { throw .refused(call: "PEM_read_bio_PrivateKey") }
        key = Key(pointer: read)
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(read, &name, name.count, &length) == 1,
            name.prefix(length).elementsEqual("prime256v1".utf8.map { CChar(bitPattern: $0) })
        else { throw .refused(call: "EVP_PKEY_get_group_name") }
    }

    deinit { EVP_PKEY_free(key.pointer) }

    /// The public point's coordinates, 32 bytes each, big endian.
    public func publicPoint() throws(CipherError) -> (x: [UInt8], y: [UInt8]) {
        (try coordinate("qx"), try coordinate("qy"))
    }

    /// The signature's two halves, 64 bytes, over the SHA-256 of `message`. The corresponding C function is EVP_DigestSign.
    public func signature(of message: [UInt8]) throws(CipherError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .refused(call: "EVP_MD_CTX_new") }
        defer { EVP_MD_CTX_free(context) }
        var encoded = [UInt8](repeating: 0, count: 128)
        var length = encoded.count
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key.pointer) == 1,
            EVP_DigestSign(context, &encoded, &length, message, message.count) == 1
        else { throw .refused(call: "EVP_DigestSign") }
        return try Self.halves(encoded, length)
    }

    private func coordinate(_ name: String) throws(CipherError) -> [UInt8] {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key.pointer, name, &number) == 1, let number else {
            throw .refused(call: "EVP_PKEY_get_bn_param")
        }
        defer { BN_free(number) }
        return try Self.padded(number)
    }

    /// r and s of a signature in DER, each filled up to 32 bytes.
    private static func halves(_ encoded: [UInt8], _ length: Int) throws(CipherError) -> [UInt8] {
        let signature = encoded.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_ECDSA_SIG(nil, &start, length)
        }
        guard let signature else { throw .refused(call: "d2i_ECDSA_SIG") }
        defer { ECDSA_SIG_free(signature) }
        guard let r = ECDSA_SIG_get0_r(signature), let s = ECDSA_SIG_get0_s(signature) else {
            throw .refused(call: "ECDSA_SIG_get0_r")
        }
        return try padded(r) + padded(s)
    }

    private static func padded(_ number: OpaquePointer) throws(CipherError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        guard BN_bn2binpad(number, &bytes, Int32(size)) == size else { throw .refused(call: "BN_bn2binpad") }
        return bytes
    }
}

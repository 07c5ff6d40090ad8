import COpenSSL

/// A public key that says whether a signature is its owner's.
public final class VerifyingKey: Sendable {
    /// Unchecked: libcrypto counts the references itself, and nothing here changes a key.
    private struct Key: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let key: Key

    /// - Parameter der: a SubjectPublicKeyInfo (RFC 5280), as kms:GetPublicKey gives it. Throws `.refused` for anything
    ///   else. The corresponding C function is d2i_PUBKEY.
    public init(der: [UInt8]) throws(CipherError) {
        let read = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var start = bytes.baseAddress
            return d2i_PUBKEY(nil, &start, bytes.count)
        }
        guard let read else { throw .refused(call: "d2i_PUBKEY") }
        key = Key(pointer: read)
    }

    deinit { EVP_PKEY_free(key.pointer) }

    /// Whether the signature over the SHA-256 of `message` is the key's. Throws if the key is of another kind than the
    /// algorithm. The corresponding C function is EVP_DigestVerify.
    ///
    /// - Parameter signature: ECDSA in DER (RFC 3279), RSA as it is: what kms:Sign gives.
    public func verifies(
        _ signature: [UInt8], of message: [UInt8], by algorithm: SignatureAlgorithm
    ) throws(CipherError) -> Bool {
        guard let context = EVP_MD_CTX_new() else { throw .refused(call: "EVP_MD_CTX_new") }
        defer { EVP_MD_CTX_free(context) }
        var options: OpaquePointer?
        guard isRight(for: algorithm), EVP_DigestVerifyInit(context, &options, EVP_sha256(), nil, key.pointer) == 1
        else {
            throw .refused(call: "EVP_DigestVerifyInit")
        }
        if algorithm == .rsaPSSSHA256 {
            // KMS's salt is as long as the digest, others' as long as the key allows: the signature says it.
            guard EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1,
                EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_AUTO) == 1
            else { throw .refused(call: "EVP_PKEY_CTX_set_rsa_padding") }
        }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private func isRight(for algorithm: SignatureAlgorithm) -> Bool {
        let kind =
            switch algorithm {
            case .ecdsaSHA256: "EC"
            case .rsaPSSSHA256, .rsaPKCS1SHA256: "RSA"
            }
        return EVP_PKEY_is_a(key.pointer, kind) == 1
    }
}

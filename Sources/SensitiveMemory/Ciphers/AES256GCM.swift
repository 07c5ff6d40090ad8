import COpenSSL
import CScrub

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) by libcrypto, under one key and in one direction.
///
/// A nonce must never be used twice under a key: the caller numbers its messages. Not for several threads at a time.
public final class AES256GCM {
    /// What the key is used for.
    public enum Direction: Sendable { case sealing, opening }

    public static let keySize = 32
    public static let nonceSize = 12
    public static let tagSize = 16

    private let context: OpaquePointer
    private let direction: Direction

    /// Expands the key; libcrypto clears the expanded one at the end. The corresponding C functions are
    /// EVP_CIPHER_CTX_new and EVP_CipherInit_ex2.
    public init(key: SecretBytes, for direction: Direction) throws(CipherError) {
        guard key.count == Self.keySize else { throw .keySize(key.count) }
        guard let context = EVP_CIPHER_CTX_new() else { throw .refused(call: "EVP_CIPHER_CTX_new") }
        let ready = key.withUnsafeBytes { key in
            EVP_CipherInit_ex2(
                context, EVP_aes_256_gcm(), key.baseAddress?.assumingMemoryBound(to: UInt8.self), nil,
                direction == .sealing ? 1 : 0, nil)
        }
        guard ready == 1 else {
            EVP_CIPHER_CTX_free(context)
            throw .refused(call: "EVP_CipherInit_ex2")
        }
        self.context = context
        self.direction = direction
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Encrypts into the room: the ciphertext, as long as the text, and the tag of 16 bytes behind it.
    public func seal(
        _ text: UnsafeRawBufferPointer, nonce: [UInt8], additionalData: [UInt8],
        into room: UnsafeMutableRawBufferPointer
    ) throws(CipherError) {
        precondition(direction == .sealing && room.count == text.count + Self.tagSize)
        try start(nonce, additionalData)
        let tag = UnsafeMutableRawBufferPointer(rebasing: room[text.count...])
        try update(text, into: room)
        try finish()
        guard EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagSize), tag.baseAddress) == 1 else {
            throw .refused(call: "EVP_CIPHER_CTX_ctrl")
        }
    }

    /// Decrypts what `seal` made, into a room 16 bytes shorter. Throws `notAuthentic`, and leaves zeros in the room,
    /// unless key, nonce, additional data and every byte are those of the sealing.
    public func open(
        _ sealed: UnsafeRawBufferPointer, nonce: [UInt8], additionalData: [UInt8],
        into room: UnsafeMutableRawBufferPointer
    ) throws(CipherError) {
        precondition(direction == .opening)
        guard sealed.count >= Self.tagSize else { throw .notAuthentic }
        precondition(room.count == sealed.count - Self.tagSize)
        try start(nonce, additionalData)
        try update(UnsafeRawBufferPointer(rebasing: sealed[..<room.count]), into: room)
        // libcrypto takes the expected tag as a pointer to what it might change, and copies it.
        var tag = Array(sealed[room.count...])
        guard EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagSize), &tag) == 1 else {
            throw .refused(call: "EVP_CIPHER_CTX_ctrl")
        }
        do throws(CipherError) { try finish() } catch {
            if let base = room.baseAddress { cscrub_wipe(base, room.count) }
            throw .notAuthentic
        }
    }

    private func start(_ nonce: [UInt8], _ additionalData: [UInt8]) throws(CipherError) {
        precondition(nonce.count == Self.nonceSize)
        guard EVP_CipherInit_ex2(context, nil, nil, nonce, -1, nil) == 1 else {
            throw .refused(call: "EVP_CipherInit_ex2")
        }
        guard !additionalData.isEmpty else { return }
        var written: Int32 = 0
        guard EVP_CipherUpdate(context, nil, &written, additionalData, Int32(additionalData.count)) == 1 else {
            throw .refused(call: "EVP_CipherUpdate")
        }
    }

    private func update(
        _ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
    ) throws(CipherError) {
        guard !bytes.isEmpty else { return }
        guard let count = Int32(exactly: bytes.count) else { throw .refused(call: "EVP_CipherUpdate") }
        var written: Int32 = 0
        guard
            EVP_CipherUpdate(
                context, room.baseAddress?.assumingMemoryBound(to: UInt8.self), &written,
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count) == 1, written == count
        else { throw .refused(call: "EVP_CipherUpdate") }
    }

    /// GCM writes nothing at its end, but libcrypto wants room for it.
    private func finish() throws(CipherError) {
        var spare = [UInt8](repeating: 0, count: Self.tagSize)
        var written: Int32 = 0
        guard EVP_CipherFinal_ex(context, &spare, &written) == 1 else { throw .refused(call: "EVP_CipherFinal_ex") }
    }
}

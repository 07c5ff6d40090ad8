import SensitiveMemory

/// What the suite 0x0478 derives from a data key: the key of the frames, and the commitment that stands in the header.
/// https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html
struct MessageKeys {
    let frames: SecretBytes
    let commitment: [UInt8]

    init(_ dataKey: SecretBytes, messageID: [UInt8]) throws(OperationFailure) {
        guard dataKey.count == AES256GCM.keySize else { throw OperationFailure(cipher: .keySize(dataKey.count)) }
        frames = try PayloadCipher.own { () throws(CipherError) in
            try HKDF.sha512(
                key: dataKey, salt: messageID, info: Array(MessageHeader.magic.suffix(2)) + Array("DERIVEKEY".utf8),
                count: AES256GCM.keySize)
        }
        let commitment = try PayloadCipher.own { () throws(CipherError) in
            try HKDF.sha512(
                key: dataKey, salt: messageID, info: Array("COMMITKEY".utf8), count: MessageHeader.commitmentBytes)
        }
        self.commitment = commitment.withUnsafeBytes { Array($0) }
    }

    /// The tag that vouches for the header.
    func tag(of header: MessageHeader) throws(OperationFailure) -> [UInt8] {
        let cipher = try PayloadCipher.own { () throws(CipherError) in try AES256GCM(key: frames, for: .sealing) }
        var tag = [UInt8](repeating: 0, count: AES256GCM.tagSize)
        let outcome = tag.withUnsafeMutableBytes { room in
            Result { () throws(CipherError) in
                try cipher.seal(
                    UnsafeRawBufferPointer(start: nil, count: 0),
                    nonce: [UInt8](repeating: 0, count: AES256GCM.nonceSize), additionalData: header.bytes, into: room)
            }
        }
        if case .failure(let error) = outcome { throw OperationFailure(cipher: error) }
        return tag
    }
}

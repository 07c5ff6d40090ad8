import SensitiveMemory

/// The parts of opening that `OpenEnvelope` and `RenewEnvelope` share: from the encrypted data key to the cipher of the
/// chunks.
struct EnvelopeOpening {
    let header: EnvelopeHeader
    private let reader: EnvelopeReader
    private let envelope: OpenableEnvelope

    /// Reads the header: nothing of it is a secret, and nothing of it is believed before a tag was found right.
    init(_ envelope: OpenableEnvelope) throws(OperationFailure) {
        self.envelope = envelope
        reader = EnvelopeReader(envelope.payload)
        header = try EnvelopeHeader(from: reader)
        if case .curtain = header, envelope.encryptedKey == .inside {
            throw OperationFailure(
                .usage, "the encrypted key of this envelope lies elsewhere; name it with --encrypted-key")
        }
    }

    /// The data key, from whichever place holds its ciphertext.
    func dataKey(_ keys: any DataKeyHandling, _ store: any ValueFetching) async throws(OperationFailure) -> DataKey {
        switch header {
        case .curtain:
            let wrapped: WrappedKey
            switch envelope.encryptedKey {
            case .inside: throw OperationFailure(.usage, "the encrypted key of this envelope is missing")
            case .text(let text): wrapped = try OpenableEnvelope.wrappedKey(base64: text)
            case .stored(let reference):
                let value = try await store.value(of: reference.wholeValue).field(of: reference)
                defer { value.bytes.wipe() }
                let outcome = value.bytes.withUnsafeBytes { bytes in
                    Result { () throws(OperationFailure) in try OpenableEnvelope.wrappedKey(base64: bytes) }
                }
                wrapped = try outcome.get()
            }
            return try await keys.dataKey(of: wrapped, context: header.context)
        case .message(let message):
            return try await dataKey(message.keys.filter { $0.provider == MessageHeader.provider }, keys)
        }
    }

    /// The first of them that KMS decrypts for us.
    private func dataKey(
        _ wrapped: [MessageHeader.EncryptedKey], _ keys: any DataKeyHandling
    ) async throws(OperationFailure) -> DataKey {
        var failure = OperationFailure(.badInput, "no data key of this envelope is under a KMS key")
        for key in wrapped {
            do throws(OperationFailure) {
                return try await keys.dataKey(
                    of: WrappedKey(ciphertext: key.ciphertext, keyARN: key.information), context: header.context)
            } catch {
                failure = error
            }
        }
        throw failure
    }

    /// Decrypts the chunks behind the header, from its first byte.
    func open(
        _ dataKey: DataKey, into sink: (SecretBytes, Bool) throws(OperationFailure) -> Void
    ) throws(OperationFailure) {
        try envelope.payload.rewind()
        let reader = EnvelopeReader(envelope.payload)
        guard try EnvelopeHeader(from: reader) == header else {
            throw OperationFailure(.tryAgain, "the envelope was changed while it was read")
        }
        switch header {
        case .curtain(let header):
            try PayloadCipher(header, key: dataKey.bytes).open(reader, into: sink)
        case .message(let header):
            let keys = try MessageKeys(dataKey.bytes, messageID: header.messageID)
            guard keys.commitment == header.commitment, try reader.exactly(AES256GCM.tagSize) == keys.tag(of: header)
            else { throw reader.malformed("was changed, or its encrypted key is that of another") }
            try PayloadCipher(header, key: keys.frames).open(reader, into: sink)
        }
    }
}

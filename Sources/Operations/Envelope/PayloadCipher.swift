import SensitiveMemory

/// Encrypts and decrypts a payload chunk by chunk under one data key; the plaintext is in locked memory, one
/// chunk at a time.
struct PayloadCipher {
    private let layout: any ChunkLayout
    private let key: SecretBytes

    /// - Parameter key: what the chunks are encrypted under: the data key, or what the format derives from it.
    init(_ layout: any ChunkLayout, key: SecretBytes) {
        self.layout = layout
        self.key = key
    }

    /// Reads plaintext to its end and gives out what stands in the file, piece by piece.
    func seal(
        _ source: any EnvelopeSource, into sink: (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    ) throws(OperationFailure) {
        let cipher = try Self.own { () throws(CipherError) in try AES256GCM(key: key, for: .sealing) }
        var number = 0
        while true {
            let text = try plain { room throws(OperationFailure) in try source.read(into: room) }
            defer { text.wipe() }
            let outcome = text.withUnsafeBytes { text in
                Result { () throws(OperationFailure) in
                    try Self.seal(text, number, layout, cipher, into: sink)
                }
            }
            if try outcome.get().isLast { return }
            number += 1
        }
    }

    /// Decrypts the rest of an envelope and gives its plaintext out, chunk by chunk, each after its tag was found
    /// right. Throws `badInput` where one is not.
    func open(
        _ reader: EnvelopeReader, into sink: (SecretBytes, Bool) throws(OperationFailure) -> Void
    ) throws(OperationFailure) {
        let cipher = try Self.own { () throws(CipherError) in try AES256GCM(key: key, for: .opening) }
        var number = 0
        while true {
            let (chunk, sealed) = try layout.next(number, from: reader)
            let text = try plain { room throws(OperationFailure) in
                let room = UnsafeMutableRawBufferPointer(rebasing: room[..<chunk.count])
                let outcome = sealed.withUnsafeBytes { sealed in
                    Result { () throws(CipherError) in
                        try cipher.open(
                            sealed, nonce: layout.nonce(number), additionalData: layout.additionalData(chunk),
                            into: room)
                    }
                }
                switch outcome {
                case .success: return chunk.count
                case .failure(.notAuthentic):
                    throw reader.malformed("was changed, or its encrypted key is that of another")
                case .failure(let error): throw OperationFailure(cipher: error)
                }
            }
            defer { text.wipe() }
            try sink(text, chunk.isLast)
            if chunk.isLast { return }
            number += 1
        }
    }

    /// Encrypts plaintext that comes in pieces of any size.
    func stream(
        into sink: @escaping (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    ) throws(OperationFailure) -> PayloadStream {
        let cipher = try Self.own { () throws(CipherError) in try AES256GCM(key: key, for: .sealing) }
        return PayloadStream(layout, cipher, into: sink)
    }

    /// One chunk of plaintext, encrypted and given out; the last if it is not a full one.
    static func seal(
        _ text: UnsafeRawBufferPointer, _ number: Int, _ layout: any ChunkLayout, _ cipher: AES256GCM,
        into sink: (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    ) throws(OperationFailure) -> Chunk {
        let chunk = Chunk(number: number, count: text.count, isLast: text.count < layout.chunkBytes)
        let prefix = layout.prefix(chunk)
        var bytes = [UInt8](repeating: 0, count: prefix.count + chunk.count + AES256GCM.tagSize)
        let outcome = bytes.withUnsafeMutableBytes { bytes in
            bytes.copyBytes(from: prefix)
            let room = UnsafeMutableRawBufferPointer(rebasing: bytes[prefix.count...])
            return Result { () throws(CipherError) in
                try cipher.seal(
                    text, nonce: layout.nonce(number), additionalData: layout.additionalData(chunk), into: room)
            }
        }
        if case .failure(let error) = outcome { throw OperationFailure(cipher: error) }
        let written = bytes.withUnsafeBytes { bytes in
            Result { () throws(OperationFailure) in try sink(bytes) }
        }
        try written.get()
        return chunk
    }

    private func plain(
        _ fill: (UnsafeMutableRawBufferPointer) throws(OperationFailure) -> Int
    ) throws(OperationFailure) -> SecretBytes {
        do {
            return try SecretBytes(capacity: layout.chunkBytes) { try fill($0) }
        } catch let failure as OperationFailure {
            throw failure
        } catch {
            throw OperationFailure(.ownFault, "no locked memory is left for the payload")
        }
    }

    static func own<Value>(_ work: () throws(CipherError) -> Value) throws(OperationFailure) -> Value {
        do throws(CipherError) { return try work() } catch { throw OperationFailure(cipher: error) }
    }
}

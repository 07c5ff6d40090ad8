import SensitiveMemory

/// Cuts plaintext that comes in pieces of any size into the chunks of a format, and encrypts them.
final class PayloadStream {
    private let layout: any ChunkLayout
    private let cipher: AES256GCM
    private let sink: (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    private let held: WipedBuffer
    private var number = 0

    init(
        _ layout: any ChunkLayout, _ cipher: AES256GCM,
        into sink: @escaping (UnsafeRawBufferPointer) throws(OperationFailure) -> Void
    ) {
        self.layout = layout
        self.cipher = cipher
        self.sink = sink
        held = WipedBuffer(capacity: layout.chunkBytes)
    }

    func take(_ piece: SecretBytes) throws(OperationFailure) {
        let outcome = piece.withUnsafeBytes { piece in
            Result { () throws(OperationFailure) in
                var rest = piece
                while !rest.isEmpty {
                    let count = min(rest.count, layout.chunkBytes - held.count)
                    held.append(UnsafeRawBufferPointer(rebasing: rest[..<count]))
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                    if held.count == layout.chunkBytes { try seal() }
                }
            }
        }
        try outcome.get()
    }

    /// Encrypts what is left as the last chunk.
    func finish() throws(OperationFailure) { try seal() }

    private func seal() throws(OperationFailure) {
        let outcome = held.withUnsafeBytes { text in
            Result { () throws(OperationFailure) in
                try PayloadCipher.seal(text, number, layout, cipher, into: sink)
            }
        }
        held.wipe()
        _ = try outcome.get()
        number += 1
    }
}

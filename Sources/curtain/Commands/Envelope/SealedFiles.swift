import Operations

/// A new envelope and where it lies.
struct SealedFiles: Sendable {
    let envelope: SealedEnvelope
    let payload: String
    let encryptedKey: String?

    init(_ envelope: SealedEnvelope, payload: String, encryptedKey: String?) {
        self.envelope = envelope
        self.payload = payload
        self.encryptedKey = encryptedKey
    }

    var fields: [Field] {
        [
            Field("payload", .text(payload)), Field("encryptedKey", encryptedKey.map { .text($0) } ?? .null),
            Field("format", .text(envelope.format.rawValue)), Field("id", .text(envelope.id)),
            Field("key", .text(envelope.keyARN)),
            Field(
                "context",
                .object(
                    envelope.context.pairs.sorted { $0.key < $1.key }.map { Field($0.key, .text($0.value)) }))
        ]
    }
}

extension Session {
    /// Prints what a command has made: a pair a line, or the object.
    func print(envelope sealed: SealedFiles) throws {
        if format() == .table {
            try print(pairs: sealed.fields)
        } else {
            try print(fields: sealed.fields, name: sealed.payload)
        }
    }
}

import Operations

/// A new envelope as files: the payload, and beside it the encrypted key.
final class EnvelopeFiles: EnvelopeSink {
    /// What is put behind a payload's name for the file of its encrypted key.
    static let keySuffix = "-key"

    let payload: String
    let encryptedKey: String?
    private let payloadFile: NewFile
    private let keyFile: NewFile?

    /// Makes them, not yet under their names. Throws `usage` if there is one of those names already.
    init(payload: String, format: EnvelopeFormat) throws(OperationFailure) {
        self.payload = payload
        payloadFile = try NewFile(payload)
        switch format {
        case .curtain:
            encryptedKey = payload + Self.keySuffix
            keyFile = try NewFile(payload + Self.keySuffix)
        case .awsEncryptionSDK:
            encryptedKey = nil
            keyFile = nil
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(OperationFailure) { try payloadFile.write(bytes) }

    /// The key first: a key without its payload is of no harm, a payload without its key is lost.
    func commit(encryptedKey: String?) throws(OperationFailure) {
        if let encryptedKey, let keyFile {
            try keyFile.write(line: encryptedKey)
            try keyFile.keep()
        }
        try payloadFile.keep()
    }

    func discard() {
        payloadFile.discard()
        keyFile?.discard()
    }
}

extension NewFile {
    /// Writes a text that is no value, and a line end.
    func write(line: String) throws(OperationFailure) {
        let outcome = Array((line + "\n").utf8).withUnsafeBytes { bytes in
            Result { () throws(OperationFailure) in try write(bytes) }
        }
        try outcome.get()
    }
}

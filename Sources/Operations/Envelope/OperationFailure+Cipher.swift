import SensitiveMemory

extension OperationFailure {
    /// That libcrypto or the locked memory did not do its work, which nobody's input explains.
    init(cipher error: CipherError) {
        switch error {
        case .notAuthentic: self.init(.badInput, "the envelope was changed, or its encrypted key is that of another")
        case .keySize(let count): self.init(.badInput, "the data key has \(count) bytes; an envelope's has 32")
        case .refused(let call): self.init(.ownFault, "libcrypto refused \(call)")
        case .memory: self.init(.ownFault, "no locked memory is left for the payload")
        }
    }
}

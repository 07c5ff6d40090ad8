import Operations
import SensitiveMemory
import Synchronization

/// A KMS in memory: a ciphertext is a number, and what it stands for is remembered with its context.
final class FakeDataKeys: DataKeyHandling {
    private struct Kept {
        var bytes: [UInt8]
        var context: EncryptionContext
        var key: String
    }

    private struct State {
        var kept: [Kept] = []
        var failures: [OperationFailure] = []
        var handedOut: [SecretBytes] = []
    }

    private let journal: Journal
    private let state = Mutex(State())

    init(journal: Journal) { self.journal = journal }

    /// Every data key that was given out, to see whether it was wiped.
    var handedOut: [SecretBytes] { state.withLock { $0.handedOut } }

    /// Fails the next call with this.
    func fail(_ failure: OperationFailure) { state.withLock { $0.failures.append(failure) } }

    /// Makes a data key of another size than KMS does.
    func plant(_ bytes: [UInt8], _ context: EncryptionContext, key: String) -> WrappedKey {
        state.withLock { state in
            state.kept.append(Kept(bytes: bytes, context: context, key: key))
            return WrappedKey(ciphertext: [UInt8(state.kept.count - 1)], keyARN: key)
        }
    }

    func newDataKey(under key: String, context: EncryptionContext) async throws(OperationFailure) -> DataKey {
        journal.write("GenerateDataKey \(key)")
        try failIfAnnounced()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        return hand(out: bytes, plant(bytes, context, key: key))
    }

    func dataKey(of wrapped: WrappedKey, context: EncryptionContext) async throws(OperationFailure) -> DataKey {
        journal.write("Decrypt")
        try failIfAnnounced()
        let kept = try kept(wrapped, context)
        return hand(out: kept.bytes, WrappedKey(ciphertext: wrapped.ciphertext, keyARN: kept.key))
    }

    func rewrapped(
        _ wrapped: WrappedKey, under key: String, context: EncryptionContext
    ) async throws(OperationFailure) -> (key: WrappedKey, requestID: String) {
        journal.write("ReEncrypt \(key)")
        try failIfAnnounced()
        return (plant(try kept(wrapped, context).bytes, context, key: key), "req-k")
    }

    private func failIfAnnounced() throws(OperationFailure) {
        if let failure = state.withLock({ $0.failures.isEmpty ? nil : $0.failures.removeFirst() }) { throw failure }
    }

    private func kept(_ wrapped: WrappedKey, _ context: EncryptionContext) throws(OperationFailure) -> Kept {
        let kept = state.withLock { state in
            wrapped.ciphertext.first.flatMap { Int($0) < state.kept.count ? state.kept[Int($0)] : nil }
        }
        guard let kept, kept.context == context else {
            throw OperationFailure(.badInput, "no such ciphertext", code: "InvalidCiphertextException")
        }
        return kept
    }

    private func hand(out bytes: [UInt8], _ wrapped: WrappedKey) -> DataKey {
        do {
            let secret = try bytes.withUnsafeBytes { try SecretBytes(copying: $0) }
            state.withLock { $0.handedOut.append(secret) }
            return DataKey(bytes: secret, wrapped: wrapped, requestID: "req-k")
        } catch {
            preconditionFailure("no memory for a test's key")
        }
    }
}

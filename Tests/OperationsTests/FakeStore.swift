import Inventory
import Operations
import SensitiveMemory
import Synchronization

/// A store that answers what the test announced and fails on anything else.
final class FakeStore: ValueFetching {
    private struct State {
        var answers: [Reference: String] = [:]
        var failure: OperationFailure?
        var handedOut: [SecretBytes] = []
        var pause: (@Sendable () async -> Void)?
    }

    static let key = FingerprintKey(bytes("0123456789abcdef0123456789abcdef"))

    private let journal: Journal
    private let state = Mutex(State())

    init(journal: Journal) { self.journal = journal }

    var answers: [Reference: String] {
        get { state.withLock { $0.answers } }
        set { state.withLock { $0.answers = newValue } }
    }

    var failure: OperationFailure? {
        get { state.withLock { $0.failure } }
        set { state.withLock { $0.failure = newValue } }
    }

    /// Runs inside every fetch, before its answer.
    var pause: (@Sendable () async -> Void)? {
        get { state.withLock { $0.pause } }
        set { state.withLock { $0.pause = newValue } }
    }

    /// Every value that was given out, to see whether it was wiped.
    var handedOut: [SecretBytes] { state.withLock { $0.handedOut } }

    func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue {
        journal.write("fetch \(reference)")
        if let pause { await pause() }
        if let failure { throw failure }
        guard let answer = answers[reference] else {
            throw OperationFailure(.ownFault, "the test announced no \(reference)")
        }
        let bytes = Self.bytes(answer)
        state.withLock { $0.handedOut.append(bytes) }
        return FetchedValue(bytes: bytes, version: "v7", requestID: "req-1", isBinary: false)
    }

    /// The fingerprint that the bench's key gives a value.
    func fingerprint(of text: String) -> Fingerprint {
        Self.bytes(text).withUnsafeBytes { Self.key.fingerprint(of: $0) }
    }

    static func bytes(_ text: String) -> SecretBytes {
        var text = text
        do {
            return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        } catch {
            preconditionFailure("no memory for a test's value")
        }
    }
}

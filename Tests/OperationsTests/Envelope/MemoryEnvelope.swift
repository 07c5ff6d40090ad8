import Operations

/// Bytes in memory as a source; fails where the test says so.
final class MemorySource: EnvelopeSource {
    private let bytes: [UInt8]
    private var position = 0
    private let failsAt: Int

    init(_ bytes: [UInt8], failsAt: Int = .max) {
        self.bytes = bytes
        self.failsAt = failsAt
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(OperationFailure) -> Int {
        let count = min(room.count, bytes.count - position)
        guard position + count <= failsAt else { throw OperationFailure(.badInput, "cannot read the test's file") }
        room.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }

    func rewind() throws(OperationFailure) { position = 0 }
}

/// An envelope in memory; fails at the step that the test names.
final class MemoryEnvelope: EnvelopeSink {
    enum Step { case write, commit }

    private let journal: Journal
    private let failing: Step?
    private var written: [UInt8] = []
    /// What was committed; nil before, and after a discard.
    private(set) var payload: [UInt8]?
    private(set) var encryptedKey: String?

    init(journal: Journal, failing: Step? = nil) {
        self.journal = journal
        self.failing = failing
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(OperationFailure) {
        guard failing != .write else { throw OperationFailure(.failed, "the test's disk is full") }
        written += bytes
    }

    func commit(encryptedKey: String?) throws(OperationFailure) {
        guard failing != .commit else { throw OperationFailure(.failed, "the test's disk is full") }
        journal.write("commit")
        payload = written
        self.encryptedKey = encryptedKey
    }

    func discard() { journal.write("discard") }
}

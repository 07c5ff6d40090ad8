import CScrub

/// A growing buffer for bytes that may contain values among other things, such as an answer's body.
///
/// Ordinary heap, but cleared whenever it grows and when it ends. A value found in it is copied out
/// into `SecretBytes` or dropped.
public final class WipedBuffer: @unchecked Sendable {
    private var storage: UnsafeMutableRawBufferPointer
    /// The number of bytes in it.
    public private(set) var count = 0

    /// An empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 4096) {
        storage = .allocate(byteCount: max(capacity, 64), alignment: 16)
    }

    /// A copy of bytes that the caller already has.
    public convenience init(copying bytes: UnsafeRawBufferPointer) {
        self.init(capacity: bytes.count)
        append(bytes)
    }

    deinit {
        wipe()
        storage.deallocate()
    }

    /// Adds the bytes at the end.
    public func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(count + bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    /// The bytes, for the length of the closure.
    public func withUnsafeBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(rebasing: storage[0..<count]))
    }

    /// Overwrites what is in it and empties it.
    public func wipe() {
        if let base = storage.baseAddress { cscrub_wipe(base, count) }
        count = 0
    }

    private func reserve(_ needed: Int) {
        guard needed > storage.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(needed, storage.count * 2), alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[0..<count]))
        if let base = storage.baseAddress { cscrub_wipe(base, count) }
        storage.deallocate()
        storage = larger
    }
}

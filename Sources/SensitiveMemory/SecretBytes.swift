import CScrub

/// The one type of a value. Never a `String`, never `Codable`; read in a closure, wiped on deinit.
///
/// The bytes live outside the ordinary heap; the object itself tells nothing about them when it is
/// printed, mirrored or dumped.
public final class SecretBytes: @unchecked Sendable {
    private var storage: UnsafeMutableRawBufferPointer
    /// The number of bytes of the value; 0 once wiped.
    public private(set) var count: Int

    /// Room for at most `capacity` bytes; `fill` writes into it and returns how many it wrote.
    public init(
        capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        storage = .allocate(byteCount: max(capacity, 1), alignment: 16)
        count = 0
        do {
            let written = try fill(UnsafeMutableRawBufferPointer(rebasing: storage[0..<capacity]))
            precondition(written >= 0 && written <= capacity)
            count = written
        } catch {
            wipe()
            throw error
        }
    }

    /// A copy of the bytes. The caller stays responsible for wiping the original.
    public convenience init(copying bytes: UnsafeRawBufferPointer) throws {
        try self.init(capacity: bytes.count) { room in
            room.copyMemory(from: bytes)
            return bytes.count
        }
    }

    deinit {
        wipe()
        storage.deallocate()
    }

    /// The bytes, for the length of the closure. Do not let them out of it.
    public func withUnsafeBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(rebasing: storage[0..<count]))
    }

    /// Overwrites the value now rather than at the last release. Safe to call twice.
    public func wipe() {
        if let base = storage.baseAddress { cscrub_wipe(base, storage.count) }
        count = 0
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var debugDescription: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

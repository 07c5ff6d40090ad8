import CScrub
import Synchronization

/// The one type of a value. Never a `String`, never `Codable`; read in a closure, wiped on deinit.
///
/// The bytes live in the process's pool of locked pages; the object itself tells nothing about them when it is
/// printed, mirrored or dumped. Any thread may read or wipe it at any time.
public final class SecretBytes: Sendable {
    private struct State {
        /// The room in the pool, until the last reader after `wipe` has left.
        var block: Range<Int>?
        var count: Int
        var readers = 0
        var wiped = false
    }

    private let pool: SecretPool
    private let state: Mutex<State>

    /// The number of bytes of the value; 0 once wiped.
    public var count: Int { state.withLock { $0.wiped ? 0 : $0.count } }

    /// Room for at most `capacity` bytes; `fill` writes into it and returns how many it wrote.
    ///
    /// The room is all zero. Throws what `fill` throws, `SensitiveMemoryError.poolExhausted` if there is no room for
    /// `capacity` bytes, and `SensitiveMemoryError.system` if the kernel gives no pages.
    public init(
        capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        pool = try SecretPool.shared
        let block = try pool.take(capacity)
        do {
            let room = UnsafeMutableRawBufferPointer(rebasing: pool.bytes(block)[0..<capacity])
            let written = try fill(room)
            precondition(written >= 0 && written <= capacity, "more written than there is room for")
            state = Mutex(State(block: pool.shorten(block, to: written), count: written))
        } catch {
            pool.give(block)
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

    /// `count` random bytes from the kernel. The corresponding C function is getrandom.
    public static func random(count: Int) throws -> SecretBytes {
        try SecretBytes(capacity: count) { room in
            let refused = room.baseAddress.map { cscrub_random($0, room.count) } ?? 0
            guard refused == 0 else { throw SensitiveMemoryError.system(call: "getrandom", errno: refused) }
            return count
        }
    }

    deinit { wipe() }

    /// The bytes, for the length of the closure. Do not let them out of it. Empty once wiped.
    public func withUnsafeBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let block: Range<Int>? = state.withLock { state in
            guard !state.wiped, let block = state.block else { return nil }
            state.readers += 1
            return block.lowerBound..<block.lowerBound + state.count
        }
        guard let block else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        defer { leave() }
        return try body(UnsafeRawBufferPointer(pool.bytes(block)))
    }

    /// Overwrites the value now rather than at the last release. Safe to call twice, and from any thread.
    ///
    /// From here on every reader finds nothing. A closure that is reading at this moment still may to its end; the
    /// bytes are overwritten when the last such has left.
    public func wipe() {
        release { $0.wiped = true }
    }

    /// Whether both hold the same bytes, in a time that depends on their lengths alone.
    public func isSame(as other: SecretBytes) -> Bool {
        withUnsafeBytes { own in
            other.withUnsafeBytes { foreign in
                guard own.count == foreign.count else { return false }
                guard let one = own.baseAddress, let two = foreign.baseAddress else { return true }
                return cscrub_same(one, two, own.count)
            }
        }
    }

    private func leave() {
        release { $0.readers -= 1 }
    }

    private func release(_ change: (inout State) -> Void) {
        let block: Range<Int>? = state.withLock { state in
            change(&state)
            guard state.wiped, state.readers == 0 else { return nil }
            return state.block.take()
        }
        if let block { pool.give(block) }
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var debugDescription: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

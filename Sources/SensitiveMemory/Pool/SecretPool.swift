import CScrub
import Synchronization

/// The pages in which values live: locked against swap, left out of core files, empty in a forked child, a guard page
/// at each end, cleared when a value ends.
///
/// There is one for the process, mapped when the first value arrives. It never grows and never falls back to the
/// ordinary heap: when it is full, the value is refused.
final class SecretPool: Sendable {
    /// Half of the usual lock limit (8 MiB): forty values of the largest size that AWS stores (64 KiB) and tens of
    /// thousands of ordinary ones. Pages that were never touched take no memory.
    static let standardSize = 4 << 20

    /// Every value begins on a cache line of its own.
    static let granule = 64

    /// Values from this size on are placed from the back.
    private static let large = 4096

    private static let created: Result<SecretPool, SensitiveMemoryError> = {
        do throws(SensitiveMemoryError) { return .success(try SecretPool(size: standardSize)) } catch {
            return .failure(error)
        }
    }()

    /// The pool of the process.
    static var shared: SecretPool { get throws(SensitiveMemoryError) { try created.get() } }

    private struct State {
        var free: FreeRanges
        var values = 0
    }

    private nonisolated(unsafe) let region: cscrub_region
    private let state: Mutex<State>

    /// Maps the pages. Throws `SensitiveMemoryError.system` if the kernel has none.
    init(size: Int) throws(SensitiveMemoryError) {
        var region = cscrub_region()
        let refused = cscrub_map_region(size, &region)
        guard refused == 0 else { throw .system(call: "mmap", errno: refused) }
        self.region = region
        state = Mutex(State(free: FreeRanges(size: region.size)))
    }

    deinit {
        var region = region
        cscrub_unmap_region(&region)
    }

    /// Room for `count` bytes, all zero. Throws `poolExhausted` if no free part is long enough.
    func take(_ count: Int) throws(SensitiveMemoryError) -> Range<Int> {
        let length = Self.length(count)
        // A lock limit below the pool's size covers the front only: then nothing is placed elsewhere by choice.
        let side: FreeRanges.Side = length >= Self.large && region.locked == region.size ? .back : .front
        let block = state.withLock { state in
            let block = state.free.take(length, from: side)
            if block != nil { state.values += 1 }
            return block
        }
        guard let block else { throw .poolExhausted(requested: count) }
        return block
    }

    /// Clears the room and takes it back.
    func give(_ block: Range<Int>) {
        cscrub_wipe(region.base + block.lowerBound, block.count)
        state.withLock { state in
            state.free.give(block)
            state.values -= 1
        }
    }

    /// Clears and takes back what lies behind the first `count` bytes; gives the room that is left.
    func shorten(_ block: Range<Int>, to count: Int) -> Range<Int> {
        let kept = block.lowerBound..<block.lowerBound + Self.length(count)
        guard kept.count < block.count else { return block }
        let rest = kept.upperBound..<block.upperBound
        cscrub_wipe(region.base + rest.lowerBound, rest.count)
        state.withLock { $0.free.give(rest) }
        return kept
    }

    /// The bytes of a room.
    func bytes(_ block: Range<Int>) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: region.base + block.lowerBound, count: block.count)
    }

    /// Where the pages lie, for reading back what the kernel says of them.
    var addresses: Range<UInt> {
        let start = UInt(bitPattern: region.base)
        return start..<start + UInt(region.size)
    }

    /// How many values live in the pool, and how many bytes of it are free.
    var occupation: (values: Int, free: Int) { state.withLock { ($0.values, $0.free.total) } }

    private static func length(_ count: Int) -> Int { (max(count, 1) + granule - 1) / granule * granule }
}

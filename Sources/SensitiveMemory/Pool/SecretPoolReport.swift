/// What was achieved for the pages in which values live, as the kernel tells it; not what was asked for.
public struct SecretPoolReport: Equatable, Sendable {
    /// The size of the pool in bytes.
    public var size: Int
    /// How many of them are kept out of swap.
    public var locked: Int
    /// How many are left out of core files.
    public var leftOutOfCores: Int
    /// How many are empty in a child after fork.
    public var wipedOnFork: Int
    /// How many bytes are taken by values now.
    public var inUse: Int
    /// How many values there are now.
    public var values: Int

    /// Whether every page has all of it.
    public var isComplete: Bool { locked == size && leftOutOfCores == size && wipedOnFork == size }

    /// Reads back the state of the pool, mapping it if no value was there yet. `/proc/self/smaps` is walked, which
    /// takes some milliseconds: for `doctor`, not for a frame. Nil if `/proc` is not mounted.
    public static func ofThisProcess() throws(SensitiveMemoryError) -> SecretPoolReport? {
        let pool = try SecretPool.shared
        return MemoryMap.ofThisProcess().map { SecretPoolReport(pool: pool, map: $0) }
    }
}

extension SecretPoolReport {
    init(pool: SecretPool, map: MemoryMap) {
        let addresses = pool.addresses
        let (values, free) = pool.occupation
        size = addresses.count
        locked = map.bytes(of: addresses, with: "lo")
        leftOutOfCores = map.bytes(of: addresses, with: "dd")
        wipedOnFork = map.bytes(of: addresses, with: "wf")
        inUse = addresses.count - free
        self.values = values
    }
}

import Testing

@testable import SensitiveMemory

@Suite("The pool of values")
struct SecretPoolTests {
    @Test("a full pool refuses, and has room again when a value ends")
    func exhaustion() throws {
        let pool = try SecretPool(size: 16 * 4096)
        let blocks = try (0..<16).map { _ in try pool.take(4096) }
        #expect(throws: SensitiveMemoryError.poolExhausted(requested: 1)) { try pool.take(1) }
        pool.give(blocks[7])
        #expect(throws: SensitiveMemoryError.poolExhausted(requested: 4097)) { try pool.take(4097) }
        #expect(try pool.take(4096) == blocks[7])
    }

    @Test("a room is cleared when it is given back, and all zero when it is taken")
    func cleared() throws {
        let pool = try SecretPool(size: 4096)
        let block = try pool.take(200)
        let room = pool.bytes(block)
        room.copyBytes(from: [UInt8](repeating: 0xAA, count: 200))
        pool.give(block)
        #expect(room.allSatisfy { $0 == 0 })
        #expect(try pool.take(200) == block)
    }

    @Test("what a value did not need of its room is cleared and free again")
    func shortened() throws {
        let pool = try SecretPool(size: 4096)
        let block = try pool.take(4096)
        pool.bytes(block).copyBytes(from: [UInt8](repeating: 0xAA, count: 4096))
        let kept = pool.shorten(block, to: 65)
        #expect(kept == 0..<128)
        #expect(pool.bytes(128..<4096).allSatisfy { $0 == 0 })
        #expect(pool.occupation == (values: 1, free: 4096 - 128))
    }

    @Test("the kernel says: left out of cores, empty after fork, locked as far as the limit goes, guarded at both ends")
    func kernel() throws {
        let pool = try SecretPool(size: 64 * 4096)
        let map = try #require(MemoryMap.ofThisProcess())
        let report = SecretPoolReport(pool: pool, map: map)
        #expect(report.size == 64 * 4096)
        #expect(report.leftOutOfCores == report.size)
        #expect(report.wipedOnFork == report.size)
        #expect(report.locked == report.size, "the lock limit of this machine is below a quarter of a megabyte")
        for guardPage in [pool.addresses.lowerBound - 1, pool.addresses.upperBound] {
            let area = try #require(map.areas.first { $0.addresses.contains(guardPage) })
            #expect(!area.flags.contains("rd") && !area.flags.contains("wr"))
        }
    }

    @Test("threads take and give at once and never share a room")
    func threads() async throws {
        let pool = try SecretPool(size: 64 * 4096)
        await withTaskGroup(of: Bool.self) { group in
            for mark in UInt8(1)...8 {
                group.addTask {
                    (0..<300).allSatisfy { round in
                        guard let block = try? pool.take(64 + round) else { return false }
                        defer { pool.give(block) }
                        let room = pool.bytes(block)
                        guard room.allSatisfy({ $0 == 0 }) else { return false }
                        room.copyBytes(from: repeatElement(mark, count: room.count))
                        return room.allSatisfy { $0 == mark }
                    }
                }
            }
            for await kept in group { #expect(kept) }
        }
        #expect(pool.occupation == (values: 0, free: 64 * 4096))
    }
}

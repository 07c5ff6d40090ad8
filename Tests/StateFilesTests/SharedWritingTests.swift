import StateFiles
import Synchronization
import Testing

@Suite("Writes that are shared")
struct SharedWritingTests {
    /// What reached the disk, write by write.
    private final class Disk: Sendable {
        private let state = Mutex<[[Int]]>([])
        var writes: [[Int]] { state.withLock { $0 } }
        func write(_ items: [Int]) { state.withLock { $0.append(items) } }
    }

    @Test("whoever waits has its own outcome, behind the write that had its item, and many share one")
    func together() async throws {
        let disk = Disk()
        let gate = Mutex(false)
        let writing = SharedWriting<Int, Int>("test", most: 16) { items in
            // The first write is slow, as a sync is: the others wait for it together.
            while !gate.withLock({ $0 }) {}
            disk.write(items)
            return items.map { $0 * 10 }
        }
        await withTaskGroup(of: Void.self) { group in
            for item in 0..<100 {
                group.addTask {
                    #expect(await writing(item) == item * 10)
                    #expect(disk.writes.contains { $0.contains(item) })
                }
            }
            gate.withLock { $0 = true }
            await group.waitForAll()
        }
        #expect(disk.writes.flatMap(\.self).sorted() == Array(0..<100))
        #expect(disk.writes.allSatisfy { $0.count <= 16 })
    }

    @Test("one after the other keeps the order")
    func inOrder() async {
        let disk = Disk()
        let writing = SharedWriting<Int, Void>("test") { items in
            disk.write(items)
            return items.map { _ in () }
        }
        for item in 0..<50 { await writing(item) }
        #expect(disk.writes.flatMap(\.self) == Array(0..<50))
    }
}

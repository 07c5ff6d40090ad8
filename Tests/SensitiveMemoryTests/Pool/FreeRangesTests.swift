import RandomSource
import Testing

@testable import SensitiveMemory

@Suite("Free ranges")
struct FreeRangesTests {
    @Test("small parts come from the front, large ones from the back")
    func sides() {
        var free = FreeRanges(size: 1000)
        #expect(free.take(100, from: .front) == 0..<100)
        #expect(free.take(300, from: .back) == 700..<1000)
        #expect(free.take(601, from: .front) == nil)
        #expect(free.take(600, from: .front) == 100..<700)
        #expect(free.take(1, from: .back) == nil)
        #expect(free.longest == 0)
    }

    @Test("what is given back joins its neighbours", arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 1, 0]])
    func joins(order: [Int]) {
        var free = FreeRanges(size: 300)
        let parts = (0..<3).compactMap { _ in free.take(100, from: .front) }
        for index in order { free.give(parts[index]) }
        #expect(free == FreeRanges(size: 300))
    }

    @Test("after any order of taking and giving, parts never overlap and nothing is lost", arguments: 1...20)
    func random(seed: UInt64) {
        var numbers = SeededRandom(seed: seed)
        var free = FreeRanges(size: 4096)
        var taken: [Range<Int>] = []
        for _ in 0..<500 {
            if Bool.random(using: &numbers), let index = taken.indices.randomElement(using: &numbers) {
                free.give(taken.remove(at: index))
            } else if let part = free.take(
                Int.random(in: 1...256, using: &numbers), from: Bool.random(using: &numbers) ? .front : .back)
            {
                #expect(!taken.contains { $0.overlaps(part) })
                taken.append(part)
            }
            #expect(free.total + taken.reduce(0) { $0 + $1.count } == 4096)
        }
        for part in taken { free.give(part) }
        #expect(free == FreeRanges(size: 4096))
    }
}

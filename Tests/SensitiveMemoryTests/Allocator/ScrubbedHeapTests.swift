import CScrub
import Glibc
import RandomSource
import Testing

/// Looks at memory after it was freed, which only a test of the allocator may do. The first two words of a small
/// block then belong to malloc's own lists.
@Suite("Zero on free", .enabled(if: cscrub_clears_freed_memory(), "left out under a sanitizer"))
struct ScrubbedHeapTests {
    private func filled(_ count: Int, _ byte: UInt8 = 0xC5) throws -> UnsafeMutableRawPointer {
        let block = try #require(malloc(count))
        memset(block, Int32(byte), count)
        return block
    }

    private func leftovers(_ block: UnsafeMutableRawPointer, _ range: Range<Int>, _ byte: UInt8 = 0xC5) -> Int {
        UnsafeRawBufferPointer(start: block, count: range.upperBound)[range].count { $0 == byte }
    }

    /// The bytes at its beginning in which malloc keeps pointers and a random key, any byte of which may be any number.
    private static func words(_ count: Int) -> Int { count < 1000 ? 16 : 32 }

    @Test("a freed block holds nothing of what was in it", arguments: [24, 100, 1000, 5000, 100_000])
    func freed(count: Int) throws {
        let block = try filled(count)
        // A neighbour keeps the block from being given back to the kernel with the end of the heap.
        let neighbour = try filled(64)
        free(block)
        #expect(leftovers(block, Self.words(count)..<count) == 0)
        free(neighbour)
    }

    @Test("a block that grows leaves nothing where it was, and keeps its contents")
    func grows() throws {
        let block = try filled(100)
        let neighbour = try filled(64)
        let larger = try #require(realloc(block, 10_000))
        #expect(larger != block)
        #expect(leftovers(block, Self.words(100)..<100) == 0)
        #expect(leftovers(larger, 0..<100) == 100)
        free(larger)
        free(neighbour)
    }

    @Test("a block that shrinks keeps its beginning and loses the rest", arguments: [60, 10])
    func shrinks(count: Int) throws {
        let block = try filled(100)
        let smaller = try #require(realloc(block, count))
        #expect(leftovers(smaller, 0..<count) == count)
        #expect(leftovers(block, count..<100) == 0)
        free(smaller)
    }

    @Test("a block of its own pages grows and shrinks with its contents", arguments: [1 << 20, 64 << 20, 3 << 20, 1000])
    func mapped(count: Int) throws {
        let block = try filled(2 << 20)
        let other = try #require(realloc(block, count))
        #expect(leftovers(other, 0..<min(count, 2 << 20)) == min(count, 2 << 20))
        free(other)
    }

    @Test("the edges of realloc are those of the C library")
    func edges() throws {
        let made = try #require(realloc(nil, 10))
        #expect(realloc(made, 0) == nil)
        #expect(reallocarray(nil, Int.max, 16) == nil)
        #expect(errno == ENOMEM)
        free(nil)
    }

    @Test("aligned blocks are aligned, freed and refused as the C library does it")
    func aligned() throws {
        for alignment in [8, 64, 4096, 1 << 16] {
            var block: UnsafeMutableRawPointer?
            #expect(posix_memalign(&block, alignment, 100) == 0)
            let found = try #require(block)
            #expect(Int(bitPattern: found) % alignment == 0)
            let grown = try #require(realloc(found, 100_000))
            free(grown)
        }
        var block: UnsafeMutableRawPointer?
        #expect(posix_memalign(&block, 24, 100) == EINVAL)
        #expect(posix_memalign(&block, 4, 100) == EINVAL)
    }

    @Test("any order of calls keeps every block's contents", arguments: 1...10)
    func random(seed: UInt64) throws {
        var numbers = SeededRandom(seed: seed)
        var blocks: [(UnsafeMutableRawPointer, Int, UInt8)] = []
        for round in 0..<400 {
            let mark = UInt8(truncatingIfNeeded: round | 1)
            let size = Int.random(in: 1...(round % 50 == 0 ? 300_000 : 3000), using: &numbers)
            if let index = blocks.indices.randomElement(using: &numbers), round % 3 != 0 {
                let (block, count, old) = blocks.remove(at: index)
                #expect(leftovers(block, 0..<count, old) == count)
                if round % 3 == 1 {
                    free(block)
                } else {
                    let moved = try #require(realloc(block, size))
                    #expect(leftovers(moved, 0..<min(count, size), old) == min(count, size))
                    memset(moved, Int32(mark), size)
                    blocks.append((moved, size, mark))
                }
            } else {
                blocks.append((try filled(size, mark), size, mark))
            }
        }
        for (block, _, _) in blocks { free(block) }
    }

    @Test("a shared library's free is this one: what its own buffers held is gone")
    func sharedLibrary() throws {
        var text: UnsafeMutablePointer<CChar>?
        var size = 0
        let stream = try #require(open_memstream(&text, &size))
        for _ in 0..<200 { fputs("canary-", stream) }
        fclose(stream)
        let block = UnsafeMutableRawPointer(try #require(text))
        let neighbour = try filled(64)
        #expect(leftovers(block, 0..<1400, UInt8(ascii: "c")) == 200)
        free(block)
        #expect(leftovers(block, 0..<1400, UInt8(ascii: "c")) == 0)
        free(neighbour)
    }
}

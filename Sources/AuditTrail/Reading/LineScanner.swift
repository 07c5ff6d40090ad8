import Glibc
import StateFiles

/// Goes through a trail from its start, a line at a time, in blocks of 4 MiB.
struct LineScanner {
    private static let block = 4 << 20

    let file: StateFile
    /// The size of the part to go through; what is appended meanwhile is not looked at.
    let size: Int

    /// How the going-through ended.
    struct End: Equatable {
        /// How many whole lines were passed.
        var lines = 0
        /// How many bytes stand behind the last newline.
        var fragment = 0
    }

    /// Calls `body` with each whole line, without its newline, and its number from 1, until it returns false.
    func forEachLine(
        _ body: (UnsafeRawBufferPointer, Int) -> Bool
    ) throws(StateFilesError) -> End {
        var room = UnsafeMutableRawBufferPointer.allocate(byteCount: LineScanner.block, alignment: 16)
        defer { room.deallocate() }
        var end = End()
        var offset = 0
        var kept = 0
        while offset < size {
            let wanted = min(room.count - kept, size - offset)
            let target = UnsafeMutableRawBufferPointer(rebasing: room[kept..<kept + wanted])
            let count = try file.read(into: target, at: offset)
            if count == 0 { break }
            offset += count
            let filled = kept + count
            var start = 0
            while let newline = LineScanner.newline(in: room, from: start, to: filled) {
                end.lines += 1
                guard body(UnsafeRawBufferPointer(rebasing: room[start..<newline]), end.lines) else { return end }
                start = newline + 1
            }
            kept = filled - start
            if start > 0 {
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[start..<filled]))
            } else if kept == room.count {
                room = LineScanner.larger(room)
            }
        }
        end.fragment = kept
        return end
    }

    /// The corresponding C function is memchr.
    private static func newline(in room: UnsafeMutableRawBufferPointer, from start: Int, to end: Int) -> Int? {
        guard start < end, let base = room.baseAddress, let found = memchr(base + start, 0x0A, end - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private static func larger(_ room: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawBufferPointer {
        let result = UnsafeMutableRawBufferPointer.allocate(byteCount: room.count * 2, alignment: 16)
        result.copyMemory(from: UnsafeRawBufferPointer(room))
        room.deallocate()
        return result
    }
}

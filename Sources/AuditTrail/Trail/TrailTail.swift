import StateFiles
import StrictJSON

/// Where a trail ends: what the next record must be tied to, and what stands behind the last newline.
struct TrailTail: Equatable {
    /// The number of the last record; 0 in an empty trail, -1 if the last line is no record.
    var count: Int
    /// The hash of its line; zeros in an empty trail.
    var hash: String
    /// The offset of its line.
    var start: Int
    /// The offset behind its newline: where the next line belongs.
    var end: Int
    /// The size of the file; more than `end` when the last line was torn.
    var size: Int
    /// Whether the last line is tied to the one before it.
    var isTied = true

    var isTorn: Bool { size > end }

    /// Goes on behind a further line, which stands without its newline where the tail ends.
    mutating func go(behind line: [UInt8]) {
        count += 1
        hash = AuditHash.hex(line)
        start = end
        end += line.count + 1
        size = end
        isTied = true
    }

    static let empty = TrailTail(count: 0, hash: AuditLine.zeros, start: 0, end: 0, size: 0)
}

/// A line of a trail, found from the end.
struct TrailLine {
    var start: Int
    var bytes: [UInt8]
    /// nil if the line is not JSON or has no such member.
    var sequence: Int?
    var previous: String?

    /// No record at all: a page of it never reached the disk.
    var isDamaged: Bool { sequence == nil || previous == nil }

    var hash: String { AuditHash.hex(bytes) }
    var end: Int { start + bytes.count + 1 }

    init(start: Int, bytes: [UInt8]) {
        self.start = start
        self.bytes = bytes
        do throws(JSONError) {
            let document = try JSONDocument(copying: bytes)
            sequence = document.root["seq"]?.int
            previous = document.root["prev"]?.string
        } catch {
            // A line that is no JSON has neither; the caller decides what that means where it stands.
            sequence = nil
            previous = nil
        }
    }

    /// The whole line that ends with the newline just before `end`; nil at the start of the file.
    init?(endingAt end: Int, of file: StateFile) throws(StateFilesError) {
        guard end > 0 else { return nil }
        guard let before = try TrailLine.newline(before: end - 1, in: file) else {
            self.init(start: 0, bytes: try file.bytes(at: 0, count: end - 1))
            return
        }
        self.init(start: before + 1, bytes: try file.bytes(at: before + 1, count: end - before - 2))
    }

    /// The offset of the last newline before `end`; nil if there is none.
    static func newline(before end: Int, in file: StateFile) throws(StateFilesError) -> Int? {
        var upper = end
        while upper > 0 {
            let lower = max(0, upper - 65536)
            let bytes = try file.bytes(at: lower, count: upper - lower)
            if let found = bytes.lastIndex(of: UInt8(ascii: "\n")) { return lower + found }
            upper = lower
        }
        return nil
    }
}

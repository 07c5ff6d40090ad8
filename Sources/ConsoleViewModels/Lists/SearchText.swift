import Glibc
import Inventory

/// The searchable text of all rows, lower-cased, in one block of bytes: the whole of it is searched at the
/// speed of memory, so that typing never waits.
struct SearchText: Sendable {
    /// Ends each row, and cannot occur in cleaned text.
    private static let end: UInt8 = 0x0A
    private static let gap: UInt8 = 0x1F

    private var bytes: [UInt8] = []
    /// Where each row begins.
    private var starts: [Int32] = []
    /// Where each row's name ends.
    private var nameEnds: [Int32] = []

    var count: Int { starts.count }

    /// Adds a row: its name, and the other words of its columns.
    mutating func append(name: String, words: [String]) {
        starts.append(Int32(bytes.count))
        append(lowercased: name)
        nameEnds.append(Int32(bytes.count))
        for word in words where !word.isEmpty {
            bytes.append(Self.gap)
            append(lowercased: word)
        }
        bytes.append(Self.end)
    }

    mutating func reserve(rows: Int, bytes: Int) {
        starts.reserveCapacity(rows)
        nameEnds.reserveCapacity(rows)
        self.bytes.reserveCapacity(bytes)
    }

    private mutating func append(lowercased text: String) {
        var text = text
        let isPlain = text.withUTF8 { utf8 in utf8.allSatisfy { $0 < 0x80 } }
        if isPlain {
            text.withUTF8 { utf8 in
                for byte in utf8 { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
            }
        } else {
            bytes.append(contentsOf: text.lowercased().utf8)
        }
    }

    /// The rows that contain the text, in rising order. Among `candidates` only, if there are any given.
    func rows(containing text: String, among candidates: [Int32]? = nil) -> [Int32] {
        var text = text
        return text.withUTF8 { needle in
            bytes.withUnsafeBufferPointer { hay in
                // Rows are looked at one by one where most are ruled out, else everything is gone through at once.
                guard let candidates else { return all(needle, in: hay) }
                guard candidates.count < count / 8 else {
                    return Self.common(candidates, all(needle, in: hay))
                }
                return candidates.filter { row in
                    find(needle, in: hay, from: Int(starts[Int(row)]), to: end(of: Int(row))) != nil
                }
            }
        }
    }

    /// The rows whose name has these bytes in this order.
    func rows(withLetters letters: String, among candidates: [Int32]? = nil) -> [Int32] {
        var letters = letters
        return letters.withUTF8 { letters in
            bytes.withUnsafeBufferPointer { hay in
                starts.withUnsafeBufferPointer { starts in
                    nameEnds.withUnsafeBufferPointer { ends in
                        var found: [Int32] = []
                        let total = candidates?.count ?? starts.count
                        found.reserveCapacity(total)
                        for index in 0..<total {
                            let row = candidates.map { Int($0[index]) } ?? index
                            let name = UnsafeBufferPointer(rebasing: hay[Int(starts[row])..<Int(ends[row])])
                            if Self.has(letters, in: name) { found.append(Int32(row)) }
                        }
                        return found
                    }
                }
            }
        }
    }

    /// The first row whose name begins with the text.
    func firstRow(withPrefix prefix: String) -> Int? {
        var prefix = prefix.lowercased()
        return prefix.withUTF8 { needle in
            bytes.withUnsafeBufferPointer { hay in
                guard let base = hay.baseAddress, let head = needle.baseAddress else { return nil }
                return (0..<count).first { row in
                    let start = Int(starts[row])
                    return Int(nameEnds[row]) - start >= needle.count && memcmp(base + start, head, needle.count) == 0
                }
            }
        }
    }

    private func end(of row: Int) -> Int {
        row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count
    }

    private func all(_ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var found: [Int32] = []
        var row = 0
        var position = 0
        while let hit = find(needle, in: hay, from: position, to: hay.count) {
            // Hits rise, so the row is looked for from the last one on.
            while row + 1 < starts.count, Int(starts[row + 1]) <= hit { row += 1 }
            found.append(Int32(row))
            position = end(of: row)
            guard position < hay.count else { break }
        }
        return found
    }

    /// What stands in both of two rising lists.
    private static func common(_ one: [Int32], _ other: [Int32]) -> [Int32] {
        var found: [Int32] = []
        found.reserveCapacity(min(one.count, other.count))
        var next = 0
        for row in other {
            while next < one.count, one[next] < row { next += 1 }
            if next < one.count, one[next] == row { found.append(row) }
        }
        return found
    }

    private func find(
        _ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>, from: Int, to: Int
    ) -> Int? {
        ByteSearch.first(needle, in: UnsafeRawBufferPointer(hay), from: from, to: to)
    }

    private static func has(_ letters: UnsafeBufferPointer<UInt8>, in name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = letters.first else { return true }
        var next = 0
        var wanted = first
        for byte in name where byte == wanted {
            next += 1
            if next == letters.count { return true }
            wanted = letters[next]
        }
        return false
    }
}

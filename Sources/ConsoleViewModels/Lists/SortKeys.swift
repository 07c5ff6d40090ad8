import Glibc

/// What rows are compared by: a number or text a row, in flat memory.
struct SortKeys: Sendable {
    /// Rows whose order the keys decide; ties keep the rows' own order.
    private(set) var count = 0
    private var numbers: [Double] = []
    private var text: [UInt8] = []
    /// Where each row's text ends.
    private var ends: [Int32] = []
    private let isNumeric: Bool

    init(numbers: [Double]) {
        isNumeric = true
        self.numbers = numbers
        count = numbers.count
    }

    init(text keys: some Sequence<String>) {
        isNumeric = false
        for key in keys {
            text.append(contentsOf: key.utf8)
            ends.append(Int32(text.count))
        }
        count = ends.count
    }

    /// Indices of the rows in order.
    func sorted(descending: Bool) -> [Int32] {
        isNumeric ? sortedNumbers(descending: descending) : sortedText(descending: descending)
    }

    private func sortedNumbers(descending: Bool) -> [Int32] {
        var entries = numbers.enumerated().map { (key: $0.element, index: Int32($0.offset)) }
        entries.sort { left, right in
            if left.key == right.key { return left.index < right.index }
            return (left.key < right.key) != descending
        }
        return entries.map(\.index)
    }

    /// Most names differ within their first eight bytes, which compare as one number.
    private func sortedText(descending: Bool) -> [Int32] {
        text.withUnsafeBytes { bytes in
            var entries = (0..<ends.count).map { row in
                (prefix: prefix(of: row, in: bytes), index: Int32(row))
            }
            entries.sort { left, right in
                if left.prefix != right.prefix { return (left.prefix < right.prefix) != descending }
                let order = compare(Int(left.index), Int(right.index), in: bytes)
                if order == 0 { return left.index < right.index }
                return (order < 0) != descending
            }
            return entries.map(\.index)
        }
    }

    private func range(of row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
    }

    private func prefix(of row: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        let range = range(of: row)
        var prefix: UInt64 = 0
        for offset in 0..<8 {
            let index = range.lowerBound + offset
            prefix = prefix << 8 | (index < range.upperBound ? UInt64(bytes[index]) : 0)
        }
        return prefix
    }

    private func compare(_ left: Int, _ right: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        let first = range(of: left)
        let second = range(of: right)
        guard let base = bytes.baseAddress else { return first.count - second.count }
        let common = min(first.count, second.count)
        let order = Int(memcmp(base + first.lowerBound, base + second.lowerBound, common))
        return order == 0 ? first.count - second.count : order
    }
}

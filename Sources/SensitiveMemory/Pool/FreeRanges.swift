/// Which parts of a region are free: offsets only, sorted, neighbours joined.
struct FreeRanges: Equatable, Sendable {
    /// From which end of the region a part is taken. Small values gather at the front and large ones at the back, so
    /// that a few small ones that live long do not cut the room for a large one.
    enum Side { case front, back }

    private(set) var ranges: [Range<Int>]

    init(size: Int) { ranges = size > 0 ? [0..<size] : [] }

    /// The first free part of this length from that side, or nil if no single part is long enough.
    mutating func take(_ length: Int, from side: Side) -> Range<Int>? {
        func fits(_ range: Range<Int>) -> Bool { range.count >= length }
        guard let index = side == .front ? ranges.firstIndex(where: fits) : ranges.lastIndex(where: fits) else {
            return nil
        }
        let range = ranges[index]
        if range.count == length {
            ranges.remove(at: index)
            return range
        }
        switch side {
        case .front:
            ranges[index] = range.lowerBound + length..<range.upperBound
            return range.lowerBound..<range.lowerBound + length
        case .back:
            ranges[index] = range.lowerBound..<range.upperBound - length
            return range.upperBound - length..<range.upperBound
        }
    }

    /// Takes a part back and joins it with its neighbours.
    mutating func give(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var joined = range
        var index = firstIndex(behind: range.lowerBound)
        precondition(index == ranges.count || ranges[index].lowerBound >= range.upperBound, "given back twice")
        precondition(index == 0 || ranges[index - 1].upperBound <= range.lowerBound, "given back twice")
        if index < ranges.count, ranges[index].lowerBound == joined.upperBound {
            joined = joined.lowerBound..<ranges.remove(at: index).upperBound
        }
        if index > 0, ranges[index - 1].upperBound == joined.lowerBound {
            index -= 1
            joined = ranges.remove(at: index).lowerBound..<joined.upperBound
        }
        ranges.insert(joined, at: index)
    }

    /// How many bytes are free, in all parts together.
    var total: Int { ranges.reduce(0) { $0 + $1.count } }

    /// The longest part that can be taken at once.
    var longest: Int { ranges.map(\.count).max() ?? 0 }

    private func firstIndex(behind offset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The things sorted by ARN, so that what a resource pattern covers is a range and not a search.
struct ArnOrder: Sendable {
    let all: [ReadableThing]
    private let arns: [[UInt8]]

    init(_ things: some Sequence<ReadableThing>) {
        let pairs = things.map { (Array($0.arn.utf8), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
        arns = pairs.map(\.0)
        all = pairs.map(\.1)
    }

    func things(_ places: Set<Int>) -> [ReadableThing] { places.sorted().map { all[$0] } }

    /// The places that the statement's resources may cover: all behind the fixed beginning of a pattern.
    func covered(by statement: PolicyStatement, byPath: Bool) -> Set<Int> {
        guard case .among(let patterns)? = statement.resources else { return Set(all.indices) }
        return patterns.reduce(into: []) { found, pattern in
            var prefix = Array(pattern.prefix.utf8)
            // A path's pattern reaches all below it, and `/a/` may be written `/a`.
            if byPath, prefix.last == UInt8(ascii: "/") { prefix.removeLast() }
            found.formUnion(range(prefix))
        }
    }

    private func range(_ prefix: [UInt8]) -> Range<Int> {
        let start = partition { !$0.lexicographicallyPrecedes(prefix) }
        let end = partition { !$0.prefix(prefix.count).lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix) }
        return start..<max(start, end)
    }

    /// The first place whose ARN the test accepts; behind it all do.
    private func partition(_ accepts: ([UInt8]) -> Bool) -> Int {
        var (low, high) = (0, arns.count)
        while low < high {
            let middle = (low + high) / 2
            if accepts(arns[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

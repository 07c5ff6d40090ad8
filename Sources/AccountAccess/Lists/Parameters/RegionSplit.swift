/// A region cut into parts that between them hold each of its names once, by what the names seen so far look like.
struct RegionSplit: Equatable {
    /// Where most of the names are thought to be.
    var main: [NameRegion] = []
    /// What must be asked for all the same: mostly empty.
    var rest: [NameRegion] = []

    /// Calls that the rest costs at least.
    var cost: Int { rest.count }

    /// The order in which names come.
    private enum Order {
        case rising, falling, none

        init(of names: [String]) {
            let pairs = zip(names, names.dropFirst())
            if names.count > 8, pairs.allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                self = .rising
            } else if names.count > 8, pairs.allSatisfy({ $1.utf8.lexicographicallyPrecedes($0.utf8) }) {
                self = .falling
            } else {
                self = .none
            }
        }
    }

    /// nil if the names seen do not say how.
    ///
    /// - Parameters:
    ///   - prefixes: the region.
    ///   - sample: names that were seen in it, in the order in which they came.
    ///   - parts: how many `main` should have, two or more.
    init?(_ prefixes: [String], sample: [String], parts: Int) {
        guard parts > 1, !sample.isEmpty else { return nil }
        var counts = [Int](repeating: 0, count: prefixes.count)
        for name in sample {
            if let place = prefixes.firstIndex(where: { name.utf8.starts(with: $0.utf8) }) { counts[place] += 1 }
        }
        guard let heavy = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[heavy] > 0 else { return nil }
        let order = Order(of: sample)
        guard prefixes.count == 1 || counts[heavy] * 10 >= sample.count * 6 else {
            main = Self.groups(prefixes, weights: counts.map { Double($0) + 0.2 }, parts: parts)
            return
        }
        descend(from: prefixes[heavy], sample.filter { $0.hasPrefix(prefixes[heavy]) }, order, parts)
        let others = prefixes.indices.filter { $0 != heavy }
        guard !others.isEmpty else { return }
        // In an ordered list what it has passed over is empty; of what is to come nothing is known.
        let isOpen = { (place: Int) in
            switch order {
            case .rising: place > heavy
            case .falling: place < heavy
            case .none: counts[place] > 0
            }
        }
        let behind = others.filter(isOpen).map { prefixes[$0] }
        let empty = others.filter { !isOpen($0) }.map { prefixes[$0] }
        main += Self.groups(behind, weights: behind.map(Self.likelihood), parts: min(2, parts - 1))
        rest += Self.chunks(empty).map { .beginning($0) }
        pack()
    }

    /// Goes down from a prefix to where the names part, and cuts there.
    private mutating func descend(from prefix: String, _ sample: [String], _ order: Order, _ parts: Int) {
        let target = Self.target(prefix, Self.commonPrefix(of: sample), order)
        var others: [String] = []
        var exact: [String] = []
        var here = prefix
        for character in target.dropFirst(prefix.count) {
            if Self.canBeName(here) { exact.append(here) }
            others += NameRegion.continuations(of: here).filter { $0.last != character }
            here.append(character)
        }
        if Self.canBeName(target) { exact.append(target) }
        let children = NameRegion.continuations(of: target)
        var counts: [String: Int] = [:]
        for name in sample where name.count > target.count {
            counts[String(name.prefix(target.count + 1)), default: 0] += 1
        }
        let hits = children.indices.filter { counts[children[$0]] != nil }
        let weights = children.indices.map { place -> Double in
            switch order {
            case .rising: place < hits.first ?? 0 ? 0.05 : Self.likelihood(children[place])
            case .falling: place > hits.last ?? children.count ? 0.05 : Self.likelihood(children[place])
            case .none: Double(counts[children[place]] ?? 0) + 0.05
            }
        }
        main += Self.groups(children, weights: weights, parts: parts)
        rest += Self.chunks(others).map { .beginning($0) } + Self.chunks(exact).map { .exactly($0) }
    }

    /// How far down to go. Names that come in an order, or with much in common, are neighbours that have more in common
    /// than the others: then only to the end of the next part of the path.
    private static func target(_ prefix: String, _ common: String, _ order: Order) -> String {
        let more = common.dropFirst(prefix.count)
        guard order != .none || more.count > 8 else { return common }
        guard let slash = more.firstIndex(of: "/") else { return order == .none ? common : prefix }
        return prefix + more[...slash]
    }

    private static func canBeName(_ text: String) -> Bool { !text.isEmpty && text.last != "/" }

    private static func commonPrefix(of names: [String]) -> String {
        guard var common = names.first else { return "" }
        for name in names where !name.hasPrefix(common) {
            common = String(zip(common, name).prefix { $0 == $1 }.map(\.0))
        }
        return common
    }

    /// How likely something stands there, when nothing is known: small letters begin most words.
    private static func likelihood(_ prefix: String) -> Double {
        switch prefix.last {
        case .some("a"..."z"): 1
        case .some("A"..."Z"), .some("0"..."9"): 0.25
        default: 0.1
        }
    }

    /// Neighbours in groups of about the same weight, none larger than a filter.
    private static func groups(_ prefixes: [String], weights: [Double], parts: Int) -> [NameRegion] {
        let share = weights.reduce(0, +) / Double(max(1, parts))
        var groups: [[String]] = []
        var current: [String] = []
        var weight = 0.0
        for (prefix, own) in zip(prefixes, weights) {
            if !current.isEmpty, weight + own / 2 > share || current.count == NameRegion.mostValues {
                groups.append(current)
                current = []
                weight = 0
            }
            current.append(prefix)
            weight += own
        }
        if !current.isEmpty { groups.append(current) }
        return groups.map { .beginning($0) }
    }

    private static func chunks(_ values: [String]) -> [[String]] {
        stride(from: 0, to: values.count, by: NameRegion.mostValues).map {
            Array(values[$0..<min($0 + NameRegion.mostValues, values.count)])
        }
    }

    /// The rest in as few calls as filters allow.
    private mutating func pack() {
        var prefixes: [String] = []
        var names: [String] = []
        for region in rest {
            switch region {
            case .everything: return
            case .beginning(let values): prefixes += values
            case .exactly(let values): names += values
            }
        }
        rest = Self.chunks(prefixes).map { .beginning($0) } + Self.chunks(names).map { .exactly($0) }
    }
}

import RandomSource

@testable import AccountAccess

/// A Parameter Store's list of names: pages of 50 in an order of its own, with tokens that stay true while names come
/// and go.
struct PlayedParameters {
    enum Filtering: CaseIterable {
        /// A filtered page is as full as any.
        case index
        /// A filtered call pages over all entries and answers what matches of each page.
        case scan
        /// As `index`, but now and then a page is short and has more behind it.
        case ragged
    }

    enum Order: CaseIterable { case byName, byHash, backwards }

    private(set) var names: Set<String>
    let filtering: Filtering
    let order: Order
    private(set) var calls = 0
    /// The names in their order, with what it goes by.
    private var ordered: [(key: String, name: String)] = []

    init(_ names: [String], _ filtering: Filtering, _ order: Order) {
        self.names = Set(names)
        self.filtering = filtering
        self.order = order
        ordered = names.map { (key($0), $0) }.sorted { $0.key < $1.key }
    }

    mutating func rename(_ old: String, to new: String) {
        names.remove(old)
        names.insert(new)
        ordered.removeAll { $0.name == old }
        let entry = (key(new), new)
        ordered.insert(entry, at: ordered.firstIndex { entry.0 < $0.key } ?? ordered.count)
    }

    mutating func page(_ region: NameRegion, _ token: String?) -> (names: [String], token: String?) {
        calls += 1
        let size = filtering == .ragged && calls % 7 == 0 ? 9 : 50
        let isIndexed = filtering != .scan && region != .everything
        let after = token.map { key($0) } ?? ""
        var page: [String] = []
        var next: String?
        for entry in ordered where entry.key > after && (!isIndexed || region.contains(entry.name)) {
            if page.count == size {
                next = page.last
                break
            }
            page.append(entry.name)
        }
        return (page.filter(region.contains), next)
    }

    private func key(_ name: String) -> String {
        switch order {
        case .byName: return name
        case .byHash:
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            let text = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text + name
        case .backwards:
            return String(
                String.UnicodeScalarView(name.unicodeScalars.map { UnicodeScalar(UInt8(127 - $0.value % 128)) }))
        }
    }

    /// A tree of names with few or many branches, deep or flat, as people make them.
    static func tree(_ count: Int, _ random: inout SeededRandom) -> [String] {
        let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in word(&random) }
        let depth = Int.random(in: 1...5, using: &random)
        let hasSlash = Int.random(in: 0..<4, using: &random) > 0
        var names: Set<String> = []
        while names.count < count {
            let parts = (0..<Int.random(in: 1...depth, using: &random)).map { _ in
                words.randomElement(using: &random) ?? "x"
            }
            let leaf =
                Int.random(in: 0..<3, using: &random) == 0
                ? word(&random) : "item-\(Int.random(in: 0..<count * 2, using: &random))"
            let joined = (parts + [leaf]).joined(separator: Int.random(in: 0..<9, using: &random) == 0 ? "." : "/")
            names.insert(hasSlash || joined.contains("/") ? "/" + joined : joined)
            // A name that others begin with.
            if Int.random(in: 0..<20, using: &random) == 0, parts.count > 1 {
                names.insert("/" + parts.joined(separator: "/"))
            }
        }
        return names.sorted()
    }

    private static func word(_ random: inout SeededRandom) -> String {
        let letters = NameRegion.alphabet.filter { $0 != "/" }
        return String(
            (0..<Int.random(in: 1...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
}

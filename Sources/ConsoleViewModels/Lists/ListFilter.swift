/// What `/` asks for. Only what stands in a list is searched: there are no values in it.
public enum ListFilter: Sendable, Equatable {
    case none
    /// Rows that contain the text, lower-cased.
    case plain(String)
    /// `!text`: rows that do not contain it.
    case inverse(String)
    /// `-f text`: rows whose name has these letters in this order.
    case fuzzy(String)
    /// `-l key=value,key`: rows with these tags.
    case tags([TagTerm])

    /// One tag that a row must have.
    public struct TagTerm: Sendable, Equatable {
        public let key: String
        /// nil: any value.
        public let value: String?

        public init(key: String, value: String?) {
            self.key = key
            self.value = value
        }
    }

    /// The filter that the text means.
    public init(_ text: String) {
        if text.hasPrefix("-f") {
            let letters = String(text.dropFirst(2).filter { !$0.isWhitespace }).lowercased()
            self = letters.isEmpty ? .none : .fuzzy(letters)
        } else if text.hasPrefix("-l") {
            let terms = text.dropFirst(2).split(separator: ",").compactMap(Self.term)
            self = terms.isEmpty ? .none : .tags(terms)
        } else if text.hasPrefix("!") {
            let rest = text.dropFirst().lowercased()
            self = rest.isEmpty ? .none : .inverse(rest)
        } else {
            self = text.isEmpty ? .none : .plain(text.lowercased())
        }
    }

    private static func term(_ text: Substring) -> TagTerm? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let key = TextField(String(parts.first ?? "")).trimmed
        guard !key.isEmpty else { return nil }
        return TagTerm(key: key, value: parts.count > 1 ? TextField(String(parts[1])).trimmed : nil)
    }

    /// Whether a column's text can be what passes the filter.
    public func looksAt(_ column: ListColumn) -> Bool {
        switch self {
        case .none, .inverse, .tags: false
        case .fuzzy: column == .name
        case .plain:
            switch column {
            case .name, .source, .runtime, .state, .type, .tier, .stages, .owner, .manager: true
            case .environment, .literals, .references, .version, .policies, .modifiedBy, .rotation, .rotatedLast,
                .accessed, .spec, .aliasCount, .modified, .flags, .description:
                false
            }
        }
    }

    /// Where a cell's text matches, as offsets of its characters; for the highlight.
    public func matches(in text: String) -> [Range<Int>] {
        switch self {
        case .none, .inverse, .tags: []
        case .plain(let needle): Self.occurrences(of: Array(needle), in: Array(text.lowercased()))
        case .fuzzy(let letters): Self.letters(Array(letters), in: Array(text.lowercased()))
        }
    }

    private static func occurrences(of needle: [Character], in text: [Character]) -> [Range<Int>] {
        guard !needle.isEmpty, text.count >= needle.count else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while start + needle.count <= text.count {
            if text[start..<start + needle.count].elementsEqual(needle) {
                found.append(start..<start + needle.count)
                start += needle.count
            } else {
                start += 1
            }
        }
        return found
    }

    private static func letters(_ letters: [Character], in text: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var next = 0
        for (offset, character) in text.enumerated() where next < letters.count && character == letters[next] {
            found.append(offset..<offset + 1)
            next += 1
        }
        return next == letters.count ? found : []
    }
}

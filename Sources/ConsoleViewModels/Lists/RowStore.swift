import Inventory

/// The rows of a list in the order of their arrival, and the text in which they are found. It grows page by page,
/// so that no moment has to take them all in.
struct RowStore: Sendable {
    private(set) var rows: [ResourceRow] = []
    private(set) var search = SearchText()
    /// The tags of each row, apart so that a tag filter has little to touch.
    private(set) var tags: [[String: String]?] = []

    mutating func append(_ page: [ResourceRow]) {
        rows.append(contentsOf: page)
        tags.append(contentsOf: page.lazy.map(\.common.tags))
        for row in page { search.append(name: row.common.name, words: row.searchWords) }
    }

    /// The place of a thing's row.
    func index(of reference: Reference) -> Int? {
        rows.firstIndex { $0.common.reference == reference }
    }

    /// Puts a newer row in a place.
    mutating func replace(_ index: Int, with row: ResourceRow) {
        rows[index] = row
        tags[index] = row.common.tags ?? tags[index]
    }

    /// Takes in the tags. Only what a filter looks at is touched.
    mutating func tag(_ table: ResourceTags) {
        for index in rows.indices { tags[index] = table.tags(of: rows[index].common) }
    }

    /// Which of the rows have the tags; a row whose tags are not told has none.
    func rows(tagged terms: [ListFilter.TagTerm], among candidates: [Int32]?) -> [Int32] {
        (candidates ?? Array(0..<Int32(rows.count))).filter { row in
            guard let tags = tags[Int(row)] else { return false }
            return terms.allSatisfy { term in
                guard let value = tags[term.key] else { return false }
                return term.value == nil || term.value == value
            }
        }
    }

    /// Puts newer rows in the place of those about the same things.
    mutating func fill(_ news: [Reference: ResourceRow]) {
        guard !news.isEmpty else { return }
        for index in rows.indices { if let row = news[rows[index].common.reference] { replace(index, with: row) } }
    }
}

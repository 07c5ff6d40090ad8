import FoundationEssentials
import Inventory
import Testing

@Suite("Filter and sort")
struct FilterAndSortTests {
    private let rows: [ResourceRow] = [
        .function(.sample("Beta", modified: Date(timeIntervalSince1970: 20), state: "Active", environmentBytes: 10)),
        .function(.sample("alpha", tags: ["team": "Payments"], environmentBytes: 300)),
        .function(.sample("gamma", modified: Date(timeIntervalSince1970: 10)))
    ]

    private func names(_ rows: [ResourceRow]) -> [String] { rows.map(\.common.name) }

    @Test(
        "text is found in names, descriptions, tags and states, in any case",
        arguments: [
            ("ALPHA", ["alpha"]), ("team=pay", ["alpha"]), ("money", ["Beta", "alpha", "gamma"]), ("active", ["Beta"]),
            ("", ["Beta", "alpha", "gamma"]), ("nothing", [])
        ])
    func filter(text: String, expected: [String]) {
        let filter = RowFilter(text)
        #expect(names(rows.filter(filter.matches)) == expected)
    }

    @Test(
        "rows are ordered by the key, unknown ones last either way",
        arguments: [
            ("name", ["alpha", "Beta", "gamma"]), ("-name", ["gamma", "Beta", "alpha"]),
            ("modified", ["gamma", "Beta", "alpha"]), ("modified:desc", ["Beta", "gamma", "alpha"]),
            ("environment", ["gamma", "Beta", "alpha"]), ("state", ["Beta", "alpha", "gamma"])
        ])
    func sort(word: String, expected: [String]) throws {
        #expect(names(try #require(RowSort(word: word, kind: .function)).sorted(rows)) == expected)
    }

    @Test("a key that rows of the kind do not have is refused")
    func unknownKey() {
        #expect(RowSort(word: "spec", kind: .function) == nil)
        #expect(RowSort(word: "-", kind: .key) == nil)
        for kind in ResourceKind.allCases {
            for word in RowSort.keys(for: kind) { #expect(RowSort(word: word, kind: kind) != nil) }
        }
    }
}

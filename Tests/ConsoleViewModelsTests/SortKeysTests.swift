import Testing

@testable import ConsoleViewModels

@Suite("Sorting as indices")
struct SortKeysTests {
    @Test("text sorts by its bytes, equal ones in their own order")
    func text() {
        let names = ["b", "payments-api-2", "payments-api-1", "a", "", "b", "payments", "é"]
        let expected = names.indices.sorted { left, right in
            names[left] == names[right] ? left < right : names[left].utf8.lexicographicallyPrecedes(names[right].utf8)
        }
        #expect(SortKeys(text: names).sorted(descending: false) == expected.map(Int32.init))
    }

    @Test("falling order keeps equal ones in their own order too")
    func descending() {
        #expect(SortKeys(text: ["a", "b", "a"]).sorted(descending: true) == [1, 0, 2])
        #expect(SortKeys(numbers: [1, 3, 1, 2]).sorted(descending: true) == [1, 3, 0, 2])
    }

    @Test("numbers sort as numbers")
    func numbers() {
        #expect(SortKeys(numbers: [10, 9, .infinity, -1]).sorted(descending: false) == [3, 1, 0, 2])
    }
}

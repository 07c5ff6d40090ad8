import Testing

@testable import ConsoleViewModels

@Suite("Searching rows as bytes")
struct SearchTextTests {
    private func text(_ names: [String]) -> SearchText {
        var search = SearchText()
        for name in names { search.append(name: name, words: ["word"]) }
        return search
    }

    @Test("finds what String finds, at every place and length")
    func agreesWithString() {
        var names: [String] = []
        for length in 0..<40 { names.append(String((0..<length).map { "abcABC-_é"[at: $0 * 7 + length] })) }
        let search = text(names)
        for needle in ["a", "ab", "c-", "abc", "é", "_éa", "aé", "bca", "zz", "word"] {
            let expected = names.indices.filter { (names[$0].lowercased() + "\u{1F}word").contains(needle) }
            #expect(search.rows(containing: needle) == expected.map(Int32.init), "\(needle)")
        }
    }

    @Test("a match never runs over the end of a row")
    func rowsAreApart() {
        #expect(text(["ab", "cd"]).rows(containing: "bc").isEmpty)
        #expect(text(["ab", "cd"]).rows(containing: "dc").isEmpty)
    }

    @Test("among candidates only")
    func candidates() {
        let search = text(["pay-a", "pay-b", "ship", "pay-c"])
        #expect(search.rows(containing: "pay", among: [1, 2, 3]) == [1, 3])
        #expect(search.rows(withLetters: "pc", among: [0, 3]) == [3])
    }

    @Test("letters in order are looked for in the name only")
    func letters() {
        #expect(text(["payments-api", "wordy"]).rows(withLetters: "pyap") == [0])
        #expect(text(["xyz"]).rows(withLetters: "w").isEmpty)
    }

    @Test("the first name with a prefix")
    func prefix() {
        let search = text(["alpha", "beta", "bet"])
        #expect(search.firstRow(withPrefix: "be") == 1)
        #expect(search.firstRow(withPrefix: "betas") == nil)
        #expect(search.firstRow(withPrefix: "word") == nil)
    }
}

extension String {
    fileprivate subscript(at place: Int) -> Character { Array(self)[place % count] }
}

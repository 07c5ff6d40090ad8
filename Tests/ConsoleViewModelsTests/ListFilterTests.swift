import ConsoleViewModels
import Testing

@Suite("What / means")
struct ListFilterTests {
    @Test(
        "the four forms",
        arguments: [
            ("", ListFilter.none), ("Pay", .plain("pay")), ("!Pay", .inverse("pay")), ("!", .none),
            ("-f py", .fuzzy("py")),
            ("-fpy", .fuzzy("py")), ("-f", .none), ("-l", .none),
            (
                "-l env=prod, team",
                .tags([ListFilter.TagTerm(key: "env", value: "prod"), ListFilter.TagTerm(key: "team", value: nil)])
            )
        ])
    func forms(text: String, expected: ListFilter) {
        #expect(ListFilter(text) == expected)
    }

    @Test(
        "what is highlighted",
        arguments: [
            ("pay", "Payments-PAY", [0..<3, 9..<12]), ("-f pm", "payments", [0..<1, 3..<4]), ("-f pz", "payments", []),
            ("!pay", "payments", []), ("é", "CAFÉ-é", [3..<4, 5..<6])
        ])
    func matches(filter: String, text: String, expected: [Range<Int>]) {
        #expect(ListFilter(filter).matches(in: text) == expected)
    }
}

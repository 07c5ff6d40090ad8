import Testing

@testable import curtain

@Suite("Comma-separated values")
struct CSVLineTests {
    @Test("quotes, commas and line ends are kept inside quotes (RFC 4180)")
    func quoting() {
        #expect(CSVLine.text(["a", "b\"c", "d\ne", "f,g", ""]) == "a,\"b\"\"c\",\"d\ne\",\"f,g\",\r\n")
    }

    @Test("what a spreadsheet would run is text", arguments: ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx"])
    func formula(cell: String) {
        #expect(CSVLine.text([cell]) == "'\(cell)\r\n")
    }

    @Test("numbers stay numbers", arguments: ["-1", "+2.5", "0"])
    func number(cell: String) {
        #expect(CSVLine.text([cell]) == "\(cell)\r\n")
    }
}

import StrictJSON
import Testing

@testable import curtain

@Suite("Rows in every format")
struct RowPrinterTests {
    private struct Thing {
        let name: String
        let count: Int?
    }

    private let shape = RowShape<Thing>(
        fieldNames: ["name", "count"],
        fields: { [Field("name", .text($0.name)), Field("count", FieldValue($0.count))] },
        columns: [Column("NAME") { $0.name }, Column("COUNT", .right) { $0.count.map(String.init) ?? "-" }],
        name: { "thing:" + $0.name })

    private func printed(_ format: OutputFormat, _ batches: [[Thing]], bold: Bool = false) throws -> MemorySink {
        let sink = MemorySink()
        var printer = RowPrinter(format, shape: shape, sink: sink, bold: bold)
        for batch in batches { try printer.print(batch) }
        try printer.finish()
        return sink
    }

    @Test("json is one array, a row a line")
    func json() throws {
        let text = try printed(.json, [[Thing(name: "a", count: 1)], [Thing(name: "b", count: nil)]]).text
        #expect(text == "[\n{\"name\":\"a\",\"count\":1},\n{\"name\":\"b\",\"count\":null}\n]\n")
        #expect(try printed(.json, []).text == "[]\n")
    }

    @Test("jsonl hands each batch on when it arrives")
    func lines() throws {
        let sink = try printed(.jsonl, [[Thing(name: "a", count: 1)], [Thing(name: "b", count: 2)]])
        #expect(sink.pieces == ["{\"name\":\"a\",\"count\":1}\n", "{\"name\":\"b\",\"count\":2}\n"])
        #expect(try printed(.jsonl, []).text == "")
    }

    @Test("a table has its widths from the first batch")
    func table() throws {
        let sink = try printed(.table, [[Thing(name: "alpha", count: 5)], [Thing(name: "a-longer-name", count: nil)]])
        #expect(sink.text == "NAME   COUNT\nalpha      5\na-longer-name      -\n")
        #expect(try printed(.table, []).text == "NAME  COUNT\n")
    }

    @Test("only the header of a table is bold, and only when asked")
    func bold() throws {
        #expect(try printed(.table, [[Thing(name: "a", count: 1)]], bold: true).text.hasPrefix("\u{1B}[1mNAME"))
    }

    @Test("names are references, a line each")
    func names() throws {
        #expect(
            try printed(.names, [[Thing(name: "a", count: 1), Thing(name: "b", count: 1)]]).text == "thing:a\nthing:b\n"
        )
    }

    @Test("csv has a header, also without rows")
    func csv() throws {
        #expect(try printed(.csv, [[Thing(name: "a,b", count: nil)]]).text == "name,count\r\n\"a,b\",\r\n")
        #expect(try printed(.csv, []).text == "name,count\r\n")
    }

    @Test("no hostile name reaches a terminal as it is", arguments: OutputFormat.allCases)
    func hostile(format: OutputFormat) throws {
        let hostile = "\u{1B}]52;c;AAAA\u{7}\u{1B}[2J\r\n\u{202E}txt\u{9B}31m\u{200B}\u{E0041}\u{7F},\"="
        let text = try printed(format, [[Thing(name: hostile, count: 1)]]).text
        // `names` prints references, which are percent-encoded where they are made.
        if format == .names { return }
        for scalar in text.unicodeScalars where !["\n", "\r"].contains(scalar) {
            #expect(!(0..<32).contains(scalar.value) && !(0x7F..<0xA0).contains(scalar.value))
            #expect(![0x202E, 0x200B, 0xE0041].contains(scalar.value))
        }
        if format == .jsonl {
            #expect(text.split(separator: "\n").count == 1)
            #expect(try JSONDocument(text).root["name"]?.string == hostile)
        }
        if format == .table { #expect(text.split(separator: "\n").count == 2 && !text.contains("\r")) }
    }
}

import AuditTrail
import StateFiles
import Testing

@Suite("A trail that someone changed")
struct TamperingTests {
    @Test("a changed line is named, whichever it is and wherever it is changed", arguments: 1...6)
    func changed(line: Int) throws {
        let bench = try TrailBench(records: 6)
        let lines = try bench.lines()
        let places = [
            ("record \(line)", "record X"), ("secret:a", "secret:b"), ("\"seq\":\(line),", "\"seq\":\(line) ,"),
            ("\"prev\":\"", "\"prev\":\"0"), ("\"prev\":\"", "\"prex\":\"")
        ]
        for (old, new) in places {
            var changed = lines
            changed[line - 1].replace(old, with: new)
            #expect(changed != lines)
            try bench.overwrite(lines: changed)
            for depth in [AuditVerification.Depth.quick, .full] {
                guard case .tampered(line, _) = try bench.verify(depth) else {
                    Issue.record("\(new) in line \(line) gives \(try bench.verify(depth))")
                    continue
                }
            }
        }
        #expect(throws: Never.self) { try bench.overwrite(lines: lines) }
        #expect(try bench.verify() == .intact)
    }

    @Test("a tie of the right length that leads elsewhere is named", arguments: 1...4)
    func retied(line: Int) throws {
        let bench = try TrailBench(records: 4)
        var lines = try bench.lines()
        lines[line - 1].replace(#/"prev":"[0-9a-f]{2}/#, with: "\"prev\":\"zz")
        try bench.overwrite(lines: lines)
        #expect(try bench.verify(.quick) == .tampered(line: line, .chain))
    }

    @Test("lines taken out, doubled, exchanged and put in are named")
    func rearranged() throws {
        let bench = try TrailBench(records: 6)
        let lines = try bench.lines()
        let cases: [([String], AuditVerification.State)] = [
            (Array(lines[1...]), .tampered(line: 1, .sequence)),
            (Array(lines[..<3] + lines[4...]), .tampered(line: 4, .sequence)),
            (Array(lines[..<3] + [lines[2]] + lines[3...]), .tampered(line: 4, .sequence)),
            (Array(lines[..<2] + [lines[3], lines[2]] + lines[4...]), .tampered(line: 3, .sequence)),
            (Array(lines[..<3] + ["# a remark"] + lines[3...]), .tampered(line: 4, .json)),
            (Array(lines[..<3] + [""] + lines[3...]), .tampered(line: 4, .json))
        ]
        for (changed, state) in cases {
            try bench.overwrite(lines: changed)
            #expect(try bench.verify(.quick) == state)
            #expect(try bench.verify() == state)
        }
    }

    @Test("a last line that is changed contradicts the head, and nothing is appended to it")
    func last() throws {
        let bench = try TrailBench(records: 3)
        var lines = try bench.lines()
        lines[2].replace("record 3", with: "record 9")
        try bench.overwrite(lines: lines)
        #expect(try bench.verify() == .tampered(line: 3, .chain))
        #expect(throws: AuditError.tampered(line: 3)) { try bench.appendAnew() }
        lines[2] = "nonsense"
        try bench.overwrite(lines: lines)
        #expect(try bench.verify() == .tampered(line: 3, .json))
        #expect(throws: AuditError.self) { try bench.appendAnew() }
        #expect(try bench.lines() == lines)
    }

    @Test("lines appended by hand behind the head are not taken for a crash")
    func appended() throws {
        let bench = try TrailBench(records: 3)
        let lines = try bench.lines()
        try bench.overwrite(lines: lines + [lines[2]])
        #expect(try bench.verify() == .tampered(line: 4, .sequence))
        #expect(throws: AuditError.self) { try bench.appendAnew() }
    }

    @Test("a shortened trail contradicts its head, and nothing is appended to it", arguments: [0, 1, 4])
    func truncated(kept: Int) throws {
        let bench = try TrailBench(records: 5)
        try bench.overwrite(lines: Array(try bench.lines()[..<kept]))
        #expect(try bench.verify() == .truncated(expected: 5))
        #expect(try bench.verify(.quick) == .truncated(expected: 5))
        #expect(throws: AuditError.truncated(found: kept, expected: 5)) { try bench.appendAnew() }
        #expect(throws: AuditError.truncated(found: kept, expected: 5)) { try bench.append() }
    }

    @Test("a trail that is gone, and one whose head is gone")
    func gone() throws {
        let bench = try TrailBench(records: 5)
        try bench.folder.remove("audit.jsonl")
        #expect(try bench.verify() == .truncated(expected: 5))
        let other = try TrailBench(records: 2)
        try other.folder.remove("audit.head")
        #expect(try other.verify() == .truncated(expected: nil))
        #expect(throws: AuditError.headMissing(found: 2)) { try other.appendAnew() }
    }

    @Test("a cut in the middle of a line that the head vouches for is a truncation, not a crash")
    func cut() throws {
        let bench = try TrailBench(records: 5)
        try bench.overwrite("audit.jsonl", Array(try bench.bytes("audit.jsonl").dropLast(10)))
        #expect(try bench.verify() == .truncated(expected: 5))
        #expect(throws: AuditError.truncated(found: 4, expected: 5)) { try bench.appendAnew() }
    }

    @Test(
        "a head of another format, or none at all, is said and not overwritten",
        arguments: [
            "", "nonsense", "{}", #"{"format":2,"count":1,"hash":"x"}"#, #"{"format":1,"count":-1,"hash":"x"}"#
        ])
    func badHead(text: String) throws {
        let bench = try TrailBench(records: 2)
        try bench.overwrite("audit.head", Array(text.utf8))
        #expect(throws: AuditError.self) { try bench.appendAnew() }
        #expect(throws: AuditError.self) { try bench.verify() }
        #expect(try bench.text("audit.head") == text)
    }
}

import AuditTrail
import FoundationEssentials
import StateFiles
import Testing

@Suite("A trail in several files")
struct SegmentTests {
    /// Three records and some to a file.
    private static let size = 1500

    private func bench(records: Int) throws -> (TrailBench, AuditTrail) {
        let bench = try TrailBench()
        let trail = AuditTrail(in: bench.folder, segmentSize: Self.size)
        for number in 1...records { try append(trail, "record \(number)") }
        return (bench, trail)
    }

    @discardableResult
    private func append(_ trail: AuditTrail, _ note: String) throws -> AuditReceipt {
        try trail.append(AuditRecord(.planMade, .done, context: TrailBench.context, note: note))
    }

    private func segments(_ bench: TrailBench) throws -> [String] {
        try bench.folder.names().filter { $0.hasPrefix("audit.0") }
    }

    @Test("the chain goes on from file to file, for the same process and for others")
    func chain() throws {
        let (bench, trail) = try bench(records: 10)
        let names = try segments(bench)
        #expect(names.count >= 2)
        #expect(try bench.verify() == .intact)
        #expect(try bench.verify(.quick) == .intact)
        #expect(try AuditVerification(of: bench.folder, depth: .full).records == 10)
        #expect(try append(AuditTrail(in: bench.folder, segmentSize: Self.size), "another process").sequence == 11)
        #expect(try append(trail, "the first one again").sequence == 12)
        #expect(try bench.verify() == .intact)
        var seen: [Int] = []
        try AuditReader(of: bench.folder).forEach { entry in
            seen.append(entry.sequence)
            return true
        }
        #expect(seen == Array(1...12))
        #expect(try AuditReader(of: bench.folder).last(9).map(\.sequence) == Array(4...12))
        for name in names { #expect(try bench.folder.status(of: name)?.mode == 0o600) }
    }

    @Test("a crash between closing one file and beginning the next is no truncation", arguments: [false, true])
    func crash(isEmptyFileThere: Bool) throws {
        let (bench, _) = try bench(records: 4)
        // As if the next append had been killed behind its rename.
        let last = try AuditReader(of: bench.folder).last(1)[0].sequence
        let number = String(last)
        let name = "audit." + String(repeating: "0", count: 12 - number.count) + number + ".jsonl"
        try bench.folder.rename("audit.jsonl", to: name)
        if isEmptyFileThere { try bench.overwrite("audit.jsonl", []) }
        #expect(try bench.verify() == .intact)
        #expect(try bench.appendAnew().sequence == last + 1)
        #expect(try bench.verify() == .intact)
    }

    @Test("a torn first line of a new file is mended like any other")
    func torn() throws {
        let (bench, _) = try bench(records: 4)
        let count = try AuditReader(of: bench.folder).last(1)[0].sequence
        let number = String(count)
        try bench.folder.rename(
            "audit.jsonl", to: "audit." + String(repeating: "0", count: 12 - number.count) + number + ".jsonl")
        try bench.overwrite("audit.jsonl", Array("{\"seq\":\(count + 1),\"ti".utf8))
        #expect(try bench.verify() == .torn(bytes: 11 + String(count + 1).utf8.count))
        #expect(try bench.appendAnew().sequence == count + 2)
        #expect(try bench.verify() == .intact)
    }

    @Test("a file that is changed, gone, cut or doubled is found, and nothing is appended")
    func tampering() throws {
        let changes: [(TrailBench, [String]) throws -> Void] = [
            { bench, names in
                var bytes = try bench.bytes(names[0])
                bytes[60] ^= 1
                try bench.overwrite(names[0], bytes)
            },
            { bench, names in try bench.folder.remove(names[0]) },
            { bench, names in
                let bytes = try bench.bytes(names[1])
                try bench.overwrite(names[1], Array(bytes.dropLast(40)))
            },
            { bench, names in
                let bytes = try bench.bytes(names[0])
                try bench.overwrite(names[0], bytes + bytes)
            }
        ]
        for change in changes {
            let (bench, _) = try bench(records: 10)
            let names = try segments(bench)
            try #require(names.count >= 2)
            try change(bench, names)
            for depth in [AuditVerification.Depth.quick, .full] {
                guard case .tampered = try bench.verify(depth) else {
                    Issue.record("\(try bench.verify(depth))")
                    continue
                }
            }
        }
    }

    @Test("a newest file that is gone contradicts the head, and nothing is appended")
    func truncated() throws {
        let (bench, _) = try bench(records: 10)
        try bench.folder.remove("audit.jsonl")
        guard case .truncated = try bench.verify() else {
            Issue.record("\(try bench.verify())")
            return
        }
        #expect(throws: AuditError.self) { try bench.appendAnew() }
    }

    @Test("setting aside takes every file, and the new trail begins at 1")
    func settingAside() throws {
        let (bench, trail) = try bench(records: 10)
        try bench.folder.remove("audit.jsonl")
        #expect(try trail.setAside(context: TrailBench.context, note: "gone").sequence == 1)
        #expect(try segments(bench).isEmpty)
        #expect(try bench.verify() == .intact)
    }
}

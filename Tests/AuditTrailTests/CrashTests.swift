import AuditTrail
import StateFiles
import Testing

@Suite("A trail after a crash")
struct CrashTests {
    @Test("a half-written last line, cut anywhere, is told as torn, then replaced by a record of the repair")
    func torn() throws {
        let bench = try TrailBench(records: 3)
        let whole = try bench.bytes("audit.jsonl")
        let head = try bench.bytes("audit.head")
        try bench.append()
        let longer = try bench.bytes("audit.jsonl")
        for cut in Array(stride(from: whole.count + 1, to: longer.count, by: 37)) + [longer.count - 1] {
            try bench.overwrite("audit.jsonl", Array(longer.prefix(cut)))
            try bench.overwrite("audit.head", head)
            #expect(try bench.verify() == .torn(bytes: cut - whole.count))
            #expect(try bench.verify(.quick) == .torn(bytes: cut - whole.count))
            #expect(try bench.appendAnew().sequence == 5)
            #expect(try bench.verify() == .intact)
            let last = try AuditReader(of: bench.folder).last(2)
            #expect(last.map(\.event) == ["audit.repaired", "session.started"])
            #expect(last[0].note?.contains(" \(cut - whole.count) bytes") == true)
        }
    }

    @Test("the very first line torn")
    func tornFirst() throws {
        let bench = try TrailBench()
        try bench.overwrite("audit.jsonl", Array("{\"seq\":1,".utf8))
        #expect(try bench.verify() == .torn(bytes: 9))
        #expect(try bench.appendAnew().sequence == 2)
        #expect(try bench.verify() == .intact)
    }

    @Test("a last line of which a page never reached the disk counts as torn", arguments: [0, 4, 200])
    func lostPage(offset: Int) throws {
        let bench = try TrailBench(records: 3)
        let head = try bench.bytes("audit.head")
        let count = try bench.bytes("audit.jsonl").count
        try bench.append()
        var bytes = try bench.bytes("audit.jsonl")
        for index in count + offset..<count + offset + 100 { bytes[index] = 0 }
        try bench.overwrite("audit.jsonl", bytes)
        try bench.overwrite("audit.head", head)
        #expect(try bench.verify() == .torn(bytes: 0))
        #expect(try bench.appendAnew().sequence == 5)
        #expect(try bench.verify() == .intact)
        #expect(try AuditReader(of: bench.folder).last(2).first?.event == "audit.repaired")
    }

    @Test("a head that is behind is brought up", arguments: [1, 2, 5])
    func behind(records: Int) throws {
        let bench = try TrailBench(records: 3)
        let head = try bench.bytes("audit.head")
        for _ in 0..<records { try bench.append() }
        try bench.overwrite("audit.head", head)
        let check = try AuditVerification(of: bench.folder, depth: .full)
        #expect(check.state == .intact)
        #expect(check.remarks == [.headBehind(records: records)])
        #expect(try bench.appendAnew().sequence == 4 + records)
        #expect(try AuditVerification(of: bench.folder, depth: .full).remarks == [])
    }

    @Test("the first record without a head yet")
    func noHeadYet() throws {
        let bench = try TrailBench(records: 1)
        try bench.folder.remove("audit.head")
        #expect(try bench.verify() == .intact)
        #expect(try bench.appendAnew().sequence == 2)
        #expect(try bench.verify() == .intact)
    }

    @Test("a head behind and a torn line at once")
    func both() throws {
        let bench = try TrailBench(records: 3)
        let head = try bench.bytes("audit.head")
        try bench.append()
        try bench.overwrite("audit.jsonl", try bench.bytes("audit.jsonl") + Array("{\"seq\":5,\"ti".utf8))
        try bench.overwrite("audit.head", head)
        #expect(try bench.verify() == .torn(bytes: 12))
        #expect(try bench.appendAnew().sequence == 6)
        #expect(try bench.verify() == .intact)
    }

    @Test("an open trail goes on behind what others wrote, and behind a file that was exchanged")
    func others() throws {
        let bench = try TrailBench(records: 2)
        try bench.appendAnew()
        #expect(try bench.append().sequence == 4)
        let bytes = try bench.bytes("audit.jsonl")
        try bench.folder.rename("audit.jsonl", to: "old")
        try bench.overwrite("audit.jsonl", bytes)
        #expect(try bench.append().sequence == 5)
        #expect(try bench.verify() == .intact)
    }

    @Test("many at once: every receipt is a different record, and the chain holds")
    func together() async throws {
        let bench = try TrailBench()
        let sequences = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let trail = AuditTrail(in: try StateFolder(at: bench.place.path))
                    return try (0..<25).map { _ in
                        try trail.append(AuditRecord(.planMade, context: TrailBench.context)).sequence
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(sequences.sorted() == Array(1...100))
        #expect(try bench.verify() == .intact)
    }
}

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
        #expect(try bench.verify() == .torn(bytes: bytes.count - count))
        #expect(try bench.appendAnew().sequence == 5)
        #expect(try bench.verify() == .intact)
        #expect(try AuditReader(of: bench.folder).last(2).first?.event == "audit.repaired")
    }

    @Test("pages that are missing in lines that were written together: those before them stay, the rest counts as torn")
    func lostPages() throws {
        let bench = try TrailBench(records: 3)
        let head = try bench.bytes("audit.head")
        var ends = [try bench.bytes("audit.jsonl").count]
        for number in 1...5 {
            try bench.append(note: "together \(number)")
            ends.append(try bench.bytes("audit.jsonl").count)
        }
        let whole = try bench.bytes("audit.jsonl")
        for line in 0..<5 {
            // In the line, at its start, and over its newline into the next.
            for offset in [ends[line] + 60, ends[line], ends[line + 1] - 20] {
                var bytes = whole
                for index in offset..<min(offset + 50, bytes.count) { bytes[index] = 0 }
                try bench.overwrite("audit.jsonl", bytes)
                try bench.overwrite("audit.head", head)
                #expect(try bench.verify() == .torn(bytes: bytes.count - ends[line]), "\(line) at \(offset)")
                #expect(try bench.verify(.quick) == .torn(bytes: bytes.count - ends[line]), "\(line) at \(offset)")
                #expect(try bench.appendAnew().sequence == 3 + line + 2)
                #expect(try bench.verify() == .intact)
                let last = try AuditReader(of: bench.folder).last(2)
                #expect(last.map(\.event) == ["audit.repaired", "session.started"])
            }
        }
    }

    @Test("a line that the head vouches for, or one that is a record but another, is no crash's work")
    func notLost() throws {
        let bench = try TrailBench(records: 3)
        let head = try bench.bytes("audit.head")
        for _ in 1...3 { try bench.append() }
        let ends = try bench.lines().reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count + 1) }
        var bytes = try bench.bytes("audit.jsonl")
        for index in ends[2] + 60..<ends[2] + 90 { bytes[index] = 0 }
        try bench.overwrite("audit.jsonl", bytes)
        try bench.overwrite("audit.head", head)
        #expect(try bench.verify() == .tampered(line: 3, .json))
        // A record that was exchanged for another is JSON, whatever the head vouches for.
        let lines = try TrailBench(records: 3)
        let early = try lines.bytes("audit.head")
        for _ in 1...3 { try lines.append() }
        var changed = try lines.lines()
        changed[4] = changed[4].replacing("secret:a", with: "secret:b")
        try lines.overwrite(lines: changed)
        try lines.overwrite("audit.head", early)
        #expect(try lines.verify() == .tampered(line: 6, .chain))
        #expect(throws: AuditError.tampered(line: 6)) { try lines.appendAnew() }
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

    @Test(
        "records that are written together have one chain, a sync and a head; one that is too large is left out alone")
    func appendedTogether() throws {
        let bench = try TrailBench(records: 2)
        let record = AuditRecord(.planMade, context: TrailBench.context)
        let large = AuditRecord(.planMade, context: TrailBench.context, note: String(repeating: "x", count: 1 << 20))
        let outcomes = bench.trail.append(together: [record, large, record, record])
        let sequences = outcomes.map { outcome -> Int? in
            switch outcome {
            case .success(let receipt): receipt.sequence
            case .failure: nil
            }
        }
        #expect(sequences == [3, nil, 4, 5])
        #expect(try AuditVerification(of: bench.folder, depth: .full).remarks == [])
        // More than one write takes goes in two.
        let half = AuditRecord(.planMade, context: TrailBench.context, note: String(repeating: "x", count: 600_000))
        #expect(try bench.trail.append(together: [half, half, record]).map { try $0.get().sequence } == [6, 7, 8])
        #expect(try bench.verify() == .intact)
    }

    @Test("many through one shared trail: each is told of its own record, and the chain holds")
    func shared() async throws {
        let bench = try TrailBench()
        let shared = SharedTrail(bench.trail)
        let receipts = try await withThrowingTaskGroup(of: AuditReceipt.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await shared.append(AuditRecord(.planMade, context: TrailBench.context, note: "\(number)"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.map(\.sequence).sorted() == Array(1...200))
        let hashes = try bench.lines().map { AuditHashes.hex(Array($0.utf8)) }
        for receipt in receipts { #expect(hashes[receipt.sequence - 1] == receipt.hash) }
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

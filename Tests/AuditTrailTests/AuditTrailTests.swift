import AuditTrail
import FoundationEssentials
import SensitiveMemory
import StateFiles
import Testing

@Suite("The audit trail")
struct AuditTrailTests {
    @Test("ties each line to the one before and keeps the count")
    func chain() throws {
        let bench = try TrailBench()
        let first = try bench.append()
        let second = try bench.append(note: "why\n\"x\"")
        #expect([first.sequence, second.sequence] == [1, 2])
        let lines = try bench.lines()
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix(#""prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#))
        #expect(lines[1].hasSuffix("\"prev\":\"\(first.hash)\"}"))
        let head = "{\"format\":1,\"count\":2,\"hash\":\"\(second.hash)\"}"
        #expect(try bench.text("audit.head") == head + String(repeating: " ", count: 127 - head.utf8.count) + "\n")
        #expect(try bench.folder.status(of: "audit.jsonl")?.mode == 0o600)
        #expect(try bench.folder.status(of: "audit.head")?.mode == 0o600)
        #expect(try bench.verify() == .intact)
    }

    @Test("writes every field, in one order, and no other")
    func fields() throws {
        let bench = try TrailBench(clock: { Date(timeIntervalSince1970: 1_795_494_973.042) })
        let context = AuditContext(
            actorARN: "arn:aws:iam::123456789012:user/a", accessKeyID: "AKIAEXAMPLE", user: "u", host: "h",
            processID: 7, session: "s", account: "123456789012", region: "eu-west-1", incident: "INC-1")
        try bench.trail.append(
            AuditRecord(
                .applyStep, .done, context: context, reference: "secret:a", version: "v1", note: "n", plan: "p",
                step: "2", requestID: "r", fingerprint: .init(bits: 0xAB), error: "e"))
        #expect(
            try bench.lines() == [
                #"{"seq":1,"time":"2026-11-24T04:36:13.042Z","event":"apply.step","outcome":"done","actor":{"arn":"#
                    + #""arn:aws:iam::123456789012:user/a","accessKeyId":"AKIAEXAMPLE"},"user":"u","host":"h","pid":7,"#
                    + #""session":"s","account":"123456789012","region":"eu-west-1","ref":"secret:a","version":"v1","#
                    + #""note":"n","incident":"INC-1","plan":"p","step":"2","requestId":"r","#
                    + #""fingerprint":"00000000000000ab","error":"e","#
                    + #""prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#
            ])
    }

    @Test(
        "one record is one line of JSON whatever its note contains, and nothing that a terminal obeys",
        arguments: [
            "a\nb\r\nc\u{0}", "\u{1B}]52;c;eA==\u{7}", "\u{202E}\u{2028}\u{85}\u{9B}1m\u{7F}", "\"}\n{\"seq\":9",
            "\u{E0041}\u{FEFF}", #"\",\"prev\":\"x\"}"#, String(repeating: "\u{1B}[2J", count: 10_000)
        ])
    func hostileNote(note: String) throws {
        let bench = try TrailBench()
        try bench.append()
        try bench.append(note: note)
        try bench.append()
        let text = try bench.text("audit.jsonl")
        #expect(text.filter { $0 == "\n" }.count == 3)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
        #expect(try bench.verify() == .intact)
        #expect(try AuditReader(of: bench.folder).last(2).map(\.note) == [note, nil])
    }

    @Test("a note that would make a line of more than 1 MiB is refused and leaves the trail as it was")
    func tooLarge() throws {
        let bench = try TrailBench()
        try bench.append()
        #expect(throws: AuditError.self) { try bench.append(note: String(repeating: "\n", count: 200_000)) }
        #expect(try bench.verify() == .intact)
        #expect(try bench.append().sequence == 2)
    }

    @Test("a symbolic link in the trail's place is not followed")
    func symbolicLink() throws {
        let bench = try TrailBench()
        let elsewhere = bench.place.path + "/elsewhere"
        try FileManager.default.createSymbolicLink(
            atPath: bench.place.path + "/audit.jsonl", withDestinationPath: elsewhere)
        #expect(throws: AuditError.self) { try bench.append() }
        #expect(!FileManager.default.fileExists(atPath: elsewhere))
    }

    @Test("a trail that is set aside stays as it is, and the new one begins by saying so")
    func setAside() throws {
        let bench = try TrailBench()
        for _ in 0..<3 { try bench.append() }
        try bench.folder.remove("audit.head")
        #expect(throws: AuditError.headMissing(found: 3)) { try bench.append() }
        let old = try bench.text("audit.jsonl")
        #expect(try bench.trail.setAside(context: TrailBench.context, note: "restored").sequence == 1)
        #expect(try bench.verify() == .intact)
        let aside = try #require(try bench.folder.names().first { $0.hasPrefix("audit-") && $0.hasSuffix(".jsonl") })
        #expect(try bench.text(aside) == old)
        #expect(try AuditReader(of: bench.folder).last(1).first?.note?.contains(aside) == true)
    }
}

import Emulator
import FoundationEssentials
import StrictJSON
import Testing

@Suite("incident: the record")
struct IncidentRecordTests {
    @Test(
        "open, note, decision, todo, reveal, report: the id is on every audit record, and AWS is asked nothing but the value"
    )
    func walk() async throws {
        let played = try PlayedWorld()
        let opened = try await played.run("incident", "open", "paste found", "--id", "INC-7", "--severity", "P2")
        #expect(opened.status == 0, "\(opened.error)")
        #expect(
            try await played.run(
                "incident", "note", "seen at 08:55", "--at", "2026-11-24T08:55:00Z", "--estimated", "--moment",
                "compromise"
            ).status == 0)
        #expect(try await played.run("incident", "decision", "rotate today", "--by", "a.lind").status == 0)
        let todo = try await played.run("incident", "todo", "tell the provider", "-o", "json")
        let id = try #require(JSONDocument(todo.output).root["id"]?.string)
        #expect(played.aws.requests.isEmpty)
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "compare with the paste").status == 0)
        #expect(played.world.auditLines().allSatisfy { $0.contains("\"incident\":\"INC-7\"") })
        let report = try await played.run("incident", "export")
        for words in [
            "paste found", "rotate today — a.lind", "tell the provider", "compare with the paste", "reveal.shown"
        ] {
            #expect(report.output.contains(words), "\(words)")
        }
        #expect(!report.output.contains(PlayedAccount.canary))
        #expect(try await played.run("incident", "close").status == 4)
        #expect(try await played.run("incident", "todo", "--done", id, "--incident", "INC-7").status == 0)
        #expect(try await played.run("incident", "close", "--incident", "INC-7").status == 0)
        #expect(try await played.run("incident", "note", "too late").status == 66)
        let timeline = try await played.run("incident", "timeline", "INC-7", "-o", "json")
        let actions = try JSONDocument(timeline.output).root.elements.compactMap { $0["action"]?.string }
        #expect(actions.first == "note" && actions.filter { $0 == "reveal.shown" }.count == 1)
    }

    @Test("what two people wrote merges by export and import")
    func merge() async throws {
        let one = try PlayedWorld()
        let two = try PlayedWorld()
        _ = try await one.run("incident", "open", "shared", "--id", "INC-8")
        _ = try await two.run("incident", "attach", "INC-8")
        _ = try await two.run("incident", "note", "seen in the logs")
        let export = two.world.home + "/two.jsonl"
        #expect(try await two.run("incident", "export", "--file", export).status == 0)
        #expect(try await one.run("incident", "import", export).status == 0)
        #expect(try await one.run("incident", "timeline").output.contains("seen in the logs"))
        let text = try String(decoding: Data(contentsOf: URL(filePath: export)), as: UTF8.self)
        try two.world.write(text.replacing("seen in", with: "seen on"), to: "changed.jsonl")
        #expect(try await one.run("incident", "import", two.world.home + "/changed.jsonl").status == 65)
    }

    @Test("--incident is on the record without any incident being open; a wrong id is usage")
    func option() async throws {
        let played = try PlayedWorld()
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "why", "--incident", "TICKET-9").status == 0)
        #expect(played.world.auditLines().allSatisfy { $0.contains("\"incident\":\"TICKET-9\"") })
        #expect(try await played.run("reveal", "secret:prod/db", "--note", "why", "--incident", "../x").status == 64)
        #expect(try await played.run("incident", "note", "x").status == 66)
    }

    @Test("a note is on the audit trail before it is in the timeline; without the trail it is not taken")
    func unwritable() async throws {
        let played = try PlayedWorld()
        _ = try await played.run("incident", "open", "x", "--id", "INC-9")
        try played.world.write("", to: ".local/state/curtain/audit.jsonl")
        #expect(try await played.run("incident", "note", "lost?").status == 74)
        #expect(!(try await played.run("incident", "timeline").output.contains("lost?")))
    }
}

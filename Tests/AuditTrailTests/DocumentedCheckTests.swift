import AuditTrail
import FoundationEssentials
import StateFiles
import Testing

/// docs/audit.md promises a check with nothing but sha256sum and jq. It is taken from there and run.
@Suite("The documented check")
struct DocumentedCheckTests {
    private static let page = #filePath.components(separatedBy: "/Tests/")[0] + "/docs/audit.md"

    private func text() throws -> String { try String(contentsOfFile: Self.page, encoding: .utf8) }

    private func script() throws -> String {
        let parts = try text().components(separatedBy: "<!-- check -->\n```sh\n")
        try #require(parts.count == 2, "docs/audit.md has no check")
        return parts[1].components(separatedBy: "```")[0]
    }

    private func run(in bench: TrailBench) async throws -> ProbeRun {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/jq"), "install jq: apt-get install jq")
        return try await ProbeRun(
            "/bin/sh", ["-c", "cd \"$0\" && \(try script())", bench.place.path], output: bench.place.path + "/output")
    }

    private static let notes = ["plain", "two\nlines \\n \"quoted\" \u{1B}[2J", "é漢字 \\\\ %s %d $HOME `id`", ""]

    private func bench() throws -> TrailBench {
        let bench = try TrailBench()
        for note in Self.notes { try bench.append(note: note) }
        return bench
    }

    @Test("an intact trail passes")
    func intact() async throws {
        let run = try await run(in: try bench())
        #expect(run.output == "intact: 4 records\n")
        #expect(run.status == 0)
    }

    @Test("a trail in several files passes, one of them missing does not")
    func segments() async throws {
        let bench = try TrailBench()
        let trail = AuditTrail(in: bench.folder, segmentSize: 1000)
        for note in Self.notes {
            try trail.append(AuditRecord(.planMade, .done, context: TrailBench.context, note: note))
        }
        let closed = try bench.folder.names().filter { $0.hasPrefix("audit.0") }
        try #require(!closed.isEmpty)
        #expect(try await run(in: bench).output == "intact: 4 records\n")
        try bench.folder.remove(closed[0])
        #expect(try await run(in: bench).status == 3)
    }

    @Test("a changed line, a missing line and a missing end do not", arguments: 0..<4)
    func broken(line: Int) async throws {
        let bench = try bench()
        let lines = try bench.lines()
        var changed = lines
        changed[line].replace("secret:a", with: "secret:b")
        var shorter = lines
        shorter.remove(at: line)
        for wrong in [changed, shorter] {
            try bench.overwrite(lines: wrong)
            let run = try await run(in: bench)
            #expect(run.status == 3)
            #expect(run.output.hasPrefix("broken: "))
            #expect(try bench.verify() != .intact)
        }
    }

    @Test("the page names every event and every field")
    func complete() throws {
        let page = try text()
        for event in AuditEvent.allCases { #expect(page.contains("`\(event.rawValue)`"), "\(event.rawValue)") }
        let bench = try bench()
        for field in try bench.lines()[0].matches(of: #/"([A-Za-z]+)":/#) {
            #expect(page.contains("`\(field.1)`"), "\(field.1)")
        }
    }
}

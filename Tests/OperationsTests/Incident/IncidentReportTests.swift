import FoundationEssentials
import StrictJSON
import Testing

@testable import Operations

@Suite("The incident's report")
struct IncidentReportTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)

    private func report(_ entries: [TimelineEntry]) throws -> IncidentReport {
        var chain = TimelineChain()
        for entry in entries {
            try chain.add(
                TimelineLine(
                    entry, sequence: chain.lines.count + 1, chain: "00000000000000aa", incident: "INC-7",
                    previous: chain.lastHash))
        }
        return IncidentReport(try IncidentID("INC-7"), Timeline([chain]))
    }

    private func entry(
        _ action: TimelineAction, _ minutes: Double, _ note: String? = nil, source: TimelineSource = .human,
        moment: IncidentMoment? = nil, estimated: Bool = false, target: String? = nil
    ) -> TimelineEntry {
        var entry = TimelineEntry(
            action, from: source, at: Self.start.addingTimeInterval(minutes * 60), isEstimated: estimated,
            target: target, note: note)
        entry.moment = moment
        return entry
    }

    private func containment(_ action: TimelineAction, _ minutes: Double) -> TimelineEntry {
        var entry = entry(action, minutes, source: .tool)
        entry.containment = Containment(
            id: "c-1", action: .lockURL, reference: "url:pay", account: "1", region: "eu-west-1",
            steps: [
                .init(
                    .functionURL(function: "pay", qualifier: nil, authType: "AWS_IAM"),
                    before: .functionURL(function: "pay", qualifier: nil, authType: "NONE"))
            ])
        return entry
    }

    @Test("the times between the moments, estimates marked")
    func measures() throws {
        let report = try report([
            entry(.note, -47, "leaked", moment: .compromise, estimated: true), entry(.opened, 0),
            entry(.note, 6, moment: .notified), containment(.containing, 27), containment(.contained, 28),
            entry(.note, 90, moment: .recovered), entry(.closed, 100)
        ])
        #expect(report.spans.map(\.seconds) == [2820.0, 360.0, 1680.0, 5400.0, 8820.0])
        #expect(report.spans.map(\.isEstimated) == [true, false, false, false, true])
        #expect(report.markdown.contains("| time to detect | 47 min (estimated) |"))
        #expect(report.incident.containments.map(\.state) == [.done])
    }

    @Test("what is not known is said, and is no zero")
    func unknown() throws {
        let report = try report([entry(.opened, 0)])
        #expect(report.spans.first?.seconds == nil)
        #expect(report.gaps.contains { $0.contains("when the value got out is not known") })
    }

    @Test("reveals with their reason, decisions with who decided, todos that are open")
    func lists() throws {
        var asked = entry(TimelineAction(rawValue: "reveal.requested"), 1, "compare with the paste", target: "secret:a")
        asked.session = "s"
        var shown = entry(TimelineAction(rawValue: "reveal.shown"), 2, target: "secret:a")
        shown.session = "s"
        var decision = entry(.decision, 3, "rotate now")
        decision.decisionBy = "a.lind"
        var todo = entry(.todo, 4)
        todo.todo = "ask why v71 was kept"
        let report = try report([asked, shown, decision, todo])
        #expect(report.showings.map(\.why) == ["compare with the paste"])
        #expect(report.markdown.contains("rotate now — a.lind"))
        #expect(report.markdown.contains("ask why v71 was kept"))
    }

    @Test("a todo that is done is not open any more")
    func done() throws {
        var todo = entry(.todo, 4)
        todo.todo = "write to the provider"
        let id = try #require(report([todo]).incident.openTodos.first?.id)
        var done = entry(.todoDone, 5)
        done.answers = id
        #expect(try report([todo, done]).incident.openTodos.isEmpty)
    }

    @Test("text from outside is no markup, neither of Markdown nor of a page, and no script runs there")
    func hostile() throws {
        let hostile = "<script>alert(1)</script> | # [x](http://evil) \u{202E}\u{1B}[2J & \"'"
        var opened = entry(.opened, 0)
        opened.change = IncidentChange(title: hostile)
        let report = try report([opened, entry(.note, 1, hostile, target: hostile)])
        #expect(
            !report.html.contains("<script") && !report.html.contains("\u{202E}") && !report.html.contains("\u{1B}"))
        #expect(report.html.contains("&lt;script&gt;"))
        #expect(!report.markdown.contains("<script") && !report.markdown.contains("[x]"))
        #expect(report.html.contains("default-src 'none'"))
        for reference in ["src=", "href=", "url("] { #expect(!report.html.contains(reference)) }
    }

    @Test("the page and Markdown say the same, section by section")
    func forms() throws {
        var step = entry(TimelineAction(rawValue: "apply.step"), 2, source: .tool, target: "env:orders/DB_PASSWORD")
        step.plan = "p-7f3a"
        step.result = "done"
        let use = entry(TimelineAction(rawValue: "watch.used"), 1, "GetSecretValue", source: .trail)
        let report = try report([entry(.opened, 0), use, step, containment(.contained, 3)])
        let titles = report.sections.compactMap(\.title)
        #expect(titles.contains("Changes by plan") && titles.contains("Detection gaps"))
        for title in titles {
            #expect(report.markdown.contains("\n## \(title)\n"))
            #expect(report.html.contains("<h2>\(title)</h2>"))
        }
        for words in ["p-7f3a", "GetSecretValue", "c-1", "time to contain", "starts at awareness"] {
            #expect(report.markdown.contains(words) && report.html.contains(words), "\(words)")
        }
    }

    @Test("the JSON form is JSON, and its timeline's lines check out")
    func json() throws {
        let report = try report([entry(.opened, 0), entry(.note, 1, "x")])
        let root = try report.json.withUnsafeBytes { try JSONDocument(copying: $0) }.root
        #expect(root["id"]?.string == "INC-7")
        #expect(root["timeline"].map { Array($0.elements).count } == 2)
    }
}

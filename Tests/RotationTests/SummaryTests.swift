import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("What a plan has done, in words")
struct SummaryTests {
    @Test("the summary has what changed, when, the request ids, and who may still hold the old value")
    func done() async throws {
        let bench = try await Bench(.secret)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let summary = try bench.summary
        #expect(summary.state == .done)
        #expect(
            summary.changes.map(\.step.text).filter { $0.contains("fn:api") || $0.contains("prod/db") } == [
                "keepPendingVersion secret:prod/db@v-foreign", "stageSecretVersion secret:prod/db",
                "setTarget secret:prod/db", "promoteSecretVersion secret:prod/db", "updateEnvironment fn:api",
                "publishVersion fn:api"
            ])
        let staged = try #require(summary.changes.first { $0.step.text.hasPrefix("stageSecretVersion") })
        #expect(staged.requestIDs == ["req-1"])
        #expect(staged.version == bench.plan.token)
        #expect(staged.result == .done)
        let pointed = try #require(summary.changes.first { $0.step.text == "pointAlias alias:api/live" }?.ended)
        #expect(
            summary.holders.first { $0.reference == .function(name: "api") }?.until == pointed.addingTimeInterval(900))
        #expect(summary.holders.contains { $0.reference == .secret(name: "prod/db", version: "v-now") })
        #expect(summary.holders.contains { $0.reference == .function(name: "api", qualifier: "1") })
        for text in [summary.markdown, summary.lines.joined(separator: "\n")] {
            #expect(text.contains("req-1"))
            #expect(text.contains(bench.plan.id.text))
            #expect(!text.contains("c4nary"))
        }
    }

    @Test("what stopped it is there, and a function that was not reached still holds the old value")
    func stopped() async throws {
        let bench = try await Bench(.secret)
        _ = try await bench.run(.apply, stopBehind: .promoteSecretVersion)
        let summary = try bench.summary
        #expect(summary.state == .stopped)
        let api = try #require(summary.holders.first { $0.reference == .function(name: "api") })
        #expect(api.until == nil)
        #expect(api.words == "it was not changed yet")
    }

    @Test("behind the way back nobody holds another value than before")
    func rolledBack() async throws {
        let bench = try await Bench(.variable)
        _ = try await bench.run(.apply)
        _ = try await bench.run(.rollback)
        let summary = try bench.summary
        #expect(summary.state == .rolledBack)
        #expect(summary.holders == [])
        #expect(summary.changes.contains { $0.direction == .back && $0.step.text == "updateEnvironment fn:relay" })
        #expect(summary.lines.contains { $0.contains("undo updateEnvironment fn:relay") })
    }

    @Test("once it is retired, nothing is said to be kept or to be taken back")
    func retired() async throws {
        let bench = try await Bench(.variable)
        _ = try await bench.run(.apply)
        _ = try await bench.run(.retire)
        let summary = try bench.summary
        #expect(summary.state == .retired)
        #expect(summary.holders.map(\.reference.text) == ["fn:relay", "fn:stats"])
        #expect(PlanStatus(bench.plan, try bench.progress, isRunning: false).undo == [])
        #expect(summary.changes.contains { $0.step.text == "deleteFunctionVersion fn:relay@1" })
    }

    @Test("what AWS and people said is no Markdown of ours")
    func hostile() {
        let reference = Reference.parameter(name: "/a|b<script>")
        let plan = Plan(
            id: PlanID("p-00000001")!, work: .rotateParameter, subject: reference, created: Date(),
            region: "eu-west-1", account: "111122223333", token: Plan.randomToken())
        let entry = JournalEntry(
            time: Date(),
            .outcome(
                StepKey(.putParameterVersion, reference), .forward, .failed, [:], requestID: nil,
                words: "\u{1B}[2J | <img>\n# head"))
        let text = PlanSummary(plan, [entry], isRunning: false).markdown
        #expect(!text.contains("<script>") && !text.contains("<img>") && !text.contains("\u{1B}"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("# ") }.count == 1)
        #expect(text.contains("/a\\|b"))
    }
}

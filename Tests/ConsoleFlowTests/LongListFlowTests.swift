import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

/// Lists that are too long to be put in order between two keys.
@Suite("A refresh of a long list, key by key")
struct LongListFlowTests {
    private static let count = 5_000

    private static func row(_ index: Int, _ word: String) -> ResourceRow {
        let name = "/\(word)/\(10_000 + index)"
        return .parameter(
            ParameterRow(
                common: ResourceCommon(
                    reference: .parameter(name: name), name: name, arn: "arn:aws:ssm:eu-west-1:1:parameter\(name)",
                    account: "1", region: "eu-west-1", modified: nil, tags: nil), type: "SecureString",
                tier: "Standard", version: 1, kmsKey: nil, policies: [], modifiedBy: nil, description: nil))
    }

    /// Answers the load that was asked for with rows of that word, the last name first, and hands back the jobs.
    private func load(_ word: String, into session: inout Session) -> [SortJob] {
        for case .load(.parameter, let generation) in session.takeEffects() {
            session.send(
                .rows(.parameter, generation: generation, (0..<Self.count).reversed().map { Self.row($0, word) }))
            session.send(.listFinished(.parameter, generation: generation))
        }
        return jobs(&session)
    }

    private func jobs(_ session: inout Session) -> [SortJob] {
        session.takeEffects().compactMap { effect in
            if case .sort(let job) = effect { job } else { nil }
        }
    }

    private func filled() throws -> Session {
        var session = Session(columns: 80, rows: 24)
        session.run("ssm")
        for job in load("old", into: &session) { session.send(.sorted(job.run())) }
        try #require(session.model.list(.parameter).selected?.common.name == "/old/10000")
        return session
    }

    @Test("the old rows stay until the new ones are in order; then they are there at once and the cursor is on its row")
    func swapped() throws {
        var session = try filled()
        for _ in 0..<100 { session.press("j") }
        session.press("R")
        let jobs = load("old", into: &session)
        try #require(jobs.count == 1)
        #expect(session.screen.contains("loading..."))
        #expect(session.model.list(.parameter).selected?.common.name == "/old/10100")
        session.press("j")
        session.send(.sorted(jobs[0].run()))
        #expect(session.model.list(.parameter).selected?.common.name == "/old/10101")
        #expect(session.screen.contains("as of 14:0"))
        let effects = session.takeEffects()
        #expect(effects.contains { if case .letGo = $0 { true } else { false } })
        #expect(effects.contains { if case .survey = $0 { true } else { false } })
    }

    @Test("a filter or another order that is asked for meanwhile holds for the new rows")
    func changed() throws {
        var session = try filled()
        session.press("R")
        let jobs = load("new", into: &session)
        session.press("/")
        session.type("14999")
        session.press(.enter)
        #expect(session.model.list(.parameter).shown.count == 1)
        session.press("O")
        session.send(.sorted(jobs[0].run()))
        // They were put in order for what is no longer wanted.
        #expect(session.model.list(.parameter).selected?.common.name == "/old/14999")
        for job in self.jobs(&session) { session.send(.sorted(job.run())) }
        #expect(session.model.list(.parameter).selected?.common.name == "/new/14999")
        session.press(.escape)
        #expect(session.model.list(.parameter).shownRow(0)?.common.name == "/new/14999")
        #expect(session.model.list(.parameter).shown.count == Self.count)
    }

    @Test("a newer refresh puts aside what an older one had got")
    func overtaken() throws {
        var session = try filled()
        session.press("R")
        let late = load("older", into: &session)
        session.press("R")
        let jobs = load("newer", into: &session)
        session.send(.sorted(late[0].run()))
        #expect(session.model.list(.parameter).selected?.common.name == "/old/10000")
        session.send(.sorted(jobs[0].run()))
        #expect(session.model.list(.parameter).selected?.common.name == "/newer/10000")
    }

    @Test("what is let go is let go once, by whoever is told to")
    func remains() throws {
        var session = try filled()
        session.press("R")
        for job in load("new", into: &session) { session.send(.sorted(job.run())) }
        let remains = session.takeEffects().compactMap { effect in
            if case .letGo(let rows) = effect { rows } else { nil }
        }
        try #require(remains.count == 1)
        remains[0].release()
        remains[0].release()
        #expect(session.model.list(.parameter).rows.count == Self.count)
    }
}

import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Testing

@testable import Console

@Suite("The effects that make, read and run plans")
@MainActor
struct PlanEffectTests {
    private let place: TemporaryState
    private let workshop: PlayedWorkshop
    private let bench: RunnerBench
    private let wish = PlanWish.redeploy(["one"], note: nil)

    init() throws {
        place = try TemporaryState()
        workshop = PlayedWorkshop(try PlanStore(state: try place.folder()))
        bench = RunnerBench(plans: workshop)
    }

    private func plan(
        _ id: String = "p-0000000a", account: String = "111122223333", at time: Double = 0
    ) throws -> Plan {
        let secret = Reference.secret(name: "db")
        return Plan(
            id: try #require(PlanID(id)), work: .rotateSecret, subject: secret,
            created: Date(timeIntervalSince1970: time), region: "eu-west-1", account: account,
            token: String(repeating: "0", count: 32), transition: .overlap, recipe: .given,
            opening: [PlanStep(.stageSecretVersion, secret, call: "put")],
            lanes: [
                FunctionLane(
                    function: "one", revision: "r1", codeSHA256: nil, changes: [], routes: [], keptVersion: nil)
            ])
    }

    private func refusal() async throws -> Problem {
        try await bench.next("planRefused") { if case .planRefused(let problem) = $0 { problem } else { nil } }
    }

    @Test("a plan is made by somebody who is known, and told with what could not be seen")
    func makes() async throws {
        workshop.play(.success(try plan()))
        bench.runner.makePlan(wish, mode: AccessMode())
        let (id, made, unseen) = try await bench.next("planMade") {
            if case .planMade(let id, let wish, let unseen) = $0 { (id, wish, unseen) } else { nil }
        }
        #expect(id == "p-0000000a" && made == wish && unseen == ["iam:GetRole was denied"])
        #expect(bench.account.calls == ["caller"])
        #expect(try workshop.store.ids().map(\.text) == ["p-0000000a"])
    }

    @Test("a plan that cannot be made says why, with the wish that it was for")
    func cannot() async throws {
        workshop.play(.failure(OperationFailure(.notFound, "no function one")))
        bench.runner.makePlan(wish, mode: AccessMode())
        let (made, problem) = try await bench.next("planFailed") {
            if case .planFailed(let wish, let problem) = $0 { (wish, problem) } else { nil }
        }
        #expect(made == wish && problem.summary.contains("no function one"))
    }

    @Test("plans are listed the newest first, and one is read as its file has it")
    func reads() async throws {
        try workshop.store.add(try plan("p-0000000a", at: 100))
        try workshop.store.add(try plan("p-0000000b", at: 200))
        guard case .plans(let entries) = try await bench.runner.answer(plans: .plans, mode: AccessMode()) else {
            Issue.record("no plans")
            return
        }
        #expect(entries.map(\.id) == ["p-0000000b", "p-0000000a"])
        let answer = try await bench.runner.answer(plans: .planSheet("p-0000000a"), mode: AccessMode())
        guard case .planSheet(let sheet) = answer else {
            Issue.record("no sheet")
            return
        }
        #expect(sheet.id == "p-0000000a")
        await #expect(throws: OperationFailure.self) {
            try await bench.runner.answer(plans: .planSheet("../../etc"), mode: AccessMode())
        }
        #expect(try await bench.runner.answer(plans: .drift, mode: AccessMode()) == nil)
    }

    @Test(
        "nothing is run in read-only or share mode, without a note, or in another account; the value is wiped",
        arguments: [
            (AccessMode(readOnly: true), "why it is done", "111122223333", "read-only mode"),
            (AccessMode(share: true), "why it is done", "111122223333", "share mode"),
            (AccessMode(), "", "111122223333", "note"),
            (AccessMode(), "why it is done", "999988887777", "is for account")
        ])
    func refused(mode: AccessMode, note: String, account: String, words: String) async throws {
        try workshop.store.add(try plan(account: account))
        let value = PlayedAccount.bytes("canary-1")
        bench.runner.run(
            PlanOrder(plan: "p-0000000a", command: .apply, note: note.isEmpty ? nil : note, value: value), mode: mode)
        #expect(try await refusal().summary.contains(words))
        await bench.runner.plans.settle()
        #expect(value.count == 0)
        // Nobody has it claimed any more, and nothing was written into its journal.
        #expect(try !workshop.store.isRunning(try #require(PlanID("p-0000000a"))))
        #expect(try workshop.store.entries(of: try #require(PlanID("p-0000000a"))).isEmpty)
    }

    @Test("what does not apply to a plan as it stands is refused", arguments: [PlanCommand.resume, .rollback, .retire])
    func inapplicable(command: PlanCommand) async throws {
        try workshop.store.add(try plan())
        bench.runner.run(PlanOrder(plan: "p-0000000a", command: command, note: "why it is done"), mode: AccessMode())
        #expect(try await refusal().summary.contains("does not apply"))
    }

    @Test("a run on its own is followed by its journal, asked to stop, and let be when the console ends")
    func detached() async throws {
        let id = try #require(PlanID("p-0000000a"))
        try workshop.store.add(try plan())
        let order = PlanOrder(plan: "p-0000000a", command: .apply, note: "why it is done", isDetached: true)
        // What the other process does: it holds the claim and writes the journal.
        var claim: PlanClaim? = try workshop.store.claim(id)
        let journal = try #require(claim?.journal)
        bench.runner.run(order, mode: AccessMode())
        func picture(_ what: String, _ fits: (PlanFollow) -> Bool) async throws -> PlanFollow {
            try await bench.next(what) {
                if case .planFollowed(let follow) = $0, fits(follow) { follow } else { nil }
            }
        }
        let first = try await picture("the first") { _ in true }
        #expect(first.process == 4711 && first.ended == nil && workshop.started == [order])
        #expect(!bench.runner.plans.isRunning)
        try await journal.append(.started(.apply, Rollout()))
        let step = try #require(try workshop.store.plan(id).plan.opening.first)
        try await journal.append(.intent(step.key, .forward, [:]))
        try await journal.append(.outcome(step.key, .forward, .done, [:], requestID: nil, words: nil))
        #expect(try await picture("a step done") { $0.done == 1 }.of > 1)
        bench.runner.stopPlan()
        for _ in 0..<1_000 where workshop.stopped.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        #expect(workshop.stopped == [id])
        try await journal.append(.ended(.stopped, words: "stopped as asked"))
        claim = nil
        withExtendedLifetime(claim) {}
        let last = try await picture("the end") { $0.ended != nil }
        #expect(last.ended?.state == .stopped && last.ended?.words == "stopped as asked")
    }

    @Test("a plan that somebody else runs is left to them")
    func claimed() async throws {
        try workshop.store.add(try plan())
        let claim = try workshop.store.claim(try #require(PlanID("p-0000000a")))
        bench.runner.run(PlanOrder(plan: "p-0000000a", command: .apply, note: "why it is done"), mode: AccessMode())
        #expect(try await refusal().summary.contains("another process runs p-0000000a"))
        withExtendedLifetime(claim) {}
    }
}

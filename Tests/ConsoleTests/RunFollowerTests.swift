import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import Synchronization
import Testing

@testable import Console

@Suite("A run, followed")
struct RunFollowerTests {
    private final class Told: Sendable {
        private let pictures = Mutex<[PlanFollow]>([])

        var last: PlanFollow? { pictures.withLock { $0.last } }
        func take(_ picture: PlanFollow) { pictures.withLock { $0.append(picture) } }
    }

    private func plan() throws -> Plan {
        func lane(_ name: String) -> FunctionLane {
            FunctionLane(
                function: name, revision: "r1", codeSHA256: nil, changes: [], routes: [], keptVersion: nil)
        }
        let secret = Reference.secret(name: "db")
        return Plan(
            id: try #require(PlanID("p-0000000a")), work: .rotateSecret, subject: secret,
            created: Date(timeIntervalSince1970: 0), region: "eu-west-1", account: "111122223333",
            token: String(repeating: "0", count: 32), transition: .overlap, recipe: .given,
            opening: [
                PlanStep(.stageSecretVersion, secret, call: "put"),
                PlanStep(.promoteSecretVersion, secret, call: "move")
            ], lanes: [lane("one"), lane("two")])
    }

    private func follower(
        _ plan: Plan, _ command: PlanCommand = .apply, progress: PlanProgress = PlanProgress(), told: Told = Told()
    ) -> RunFollower {
        RunFollower(
            plan, command, progress: progress, rollout: plan.rollout, steps: plan.steps, clock: { 100 },
            tell: told.take)
    }

    @Test("there is a row a function, and one for each step before and behind")
    func rows() throws {
        let follow = follower(try plan()).picture
        #expect(
            follow.rows.map(\.name) == ["stage secret version", "promote secret version", "one", "two"])
        #expect(follow.rows.allSatisfy { $0.state == .todo && $0.undo == 0 })
        #expect(follow.of == (try plan()).steps.count && follow.done == 0 && follow.safeToStop)
    }

    @Test("a row runs with its step and its wait, and is done with its last step")
    func moves() throws {
        let plan = try plan()
        let follower = follower(plan)
        let steps = plan.steps.filter { $0.reference == .function(name: "one") }
        try #require(steps.count == 2)
        follower.observe(.wave(1, of: 2))
        follower.observe(.began(steps[0], .forward))
        #expect(follower.picture.rows[2].state == .run && follower.picture.wave == "wave 1 of 2")
        follower.observe(.ended(steps[0], .forward, .done, nil))
        #expect(follower.picture.rows[2].state == .run)
        follower.observe(.waits(steps[1], .forward, "one is being updated"))
        #expect(follower.picture.rows[2].words == "one is being updated")
        #expect(follower.picture.rows[2].step == "await update")
        follower.observe(.ended(steps[1], .forward, .done, nil))
        #expect(follower.picture.rows[2].state == .done && follower.picture.rows[2].ended == 100)
        #expect(follower.picture.rows[3].state == .todo)
    }

    @Test(
        "what does not end well says so at once",
        arguments: [
            (StepResult.failed, PlanFollow.Row.State.failed), (.leftOut, .leftOut), (.needsPerson, .needsPerson)
        ])
    func failure(result: StepResult, state: PlanFollow.Row.State) throws {
        let plan = try plan()
        let follower = follower(plan)
        follower.observe(.ended(plan.opening[0], .forward, result, "somebody else has moved it"))
        #expect(follower.picture.rows[0].state == state)
        #expect(follower.picture.rows[0].words == "somebody else has moved it")
    }

    @Test("the end has what the journal says: what is done, and what a rollback would take back")
    func end() throws {
        let plan = try plan()
        let told = Told()
        let follower = follower(plan, told: told)
        var progress = PlanProgress()
        progress.add(.started(.apply, plan.rollout))
        for step in plan.opening { progress.add(.outcome(step.key, .forward, .done, [:], requestID: nil, words: nil)) }
        follower.observe(.began(plan.steps[2], .forward))
        follower.observe(.waits(plan.steps[2], .forward, "one is being updated"))
        follower.end(progress, PlanFollow.Ending(state: .stopped, at: 120, words: "asked"))
        let last = try #require(told.last)
        #expect(last.done == 2 && last.ended?.state == .stopped)
        #expect(last.undo == "promote secret version secret:db, stage secret version secret:db")
        #expect(last.rows.map(\.undo) == [1, 1, 0, 0])
        #expect(last.rows[2].state == .todo && last.rows[2].ended == 120 && last.rows[2].words.isEmpty)
    }

    @Test("a way back begins with what is done")
    func back() throws {
        let plan = try plan()
        var progress = PlanProgress()
        progress.add(.started(.apply, plan.rollout))
        for step in plan.opening { progress.add(.outcome(step.key, .forward, .done, [:], requestID: nil, words: nil)) }
        let follower = follower(plan, .rollback, progress: progress)
        #expect(follower.picture.rows.map(\.state) == [.done, .done, .todo, .todo])
        follower.observe(.ended(plan.opening[1], .back, .done, nil))
        #expect(follower.picture.rows[1].state == .undone)
        #expect(follower.picture.rows[1].step == "undo promote secret version")
    }

    @Test("a row that was begun before shows the last step that is done, in the order of the plan")
    func lastStep() throws {
        let plan = try plan()
        var progress = PlanProgress()
        progress.add(.started(.apply, plan.rollout))
        for step in plan.steps where step.reference == .function(name: "one") {
            progress.add(.outcome(step.key, .forward, .done, [:], requestID: nil, words: nil))
        }
        // Where they were looked at in another order, some of these would show another step.
        for _ in 0..<20 {
            #expect(follower(plan, .resume, progress: progress).picture.rows[2].step == "await update")
        }
    }
}

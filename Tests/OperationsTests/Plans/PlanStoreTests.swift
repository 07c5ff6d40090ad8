import FoundationEssentials
import Operations
import StateFiles
import Testing

@Suite("Plans on the disk")
struct PlanStoreTests {
    let place: TemporaryPlace
    let plan = SamplePlan.make()
    let step = StepKey(.setTarget, SamplePlan.subject)

    init() throws { place = try TemporaryPlace() }

    private func store() throws -> PlanStore { try PlanStore(state: StateFolder(at: place.path)) }

    @Test("a plan is kept, listed and found; another of the same id is refused")
    func keep() throws {
        let store = try store()
        try store.add(plan)
        try store.add(plan)
        #expect(try store.ids() == [plan.id])
        #expect(try store.plan(plan.id).plan == plan)
        var other = plan
        other.warnings = ["another"]
        #expect(throws: OperationFailure.self) { try store.add(other) }
        let missing = try #require(PlanID("p-ffffffff"))
        let failure = #expect(throws: OperationFailure.self) { try store.plan(missing) }
        #expect(failure?.kind == .notFound)
    }

    @Test("entries are read as they were written, in their order, also by many at once")
    func journal() async throws {
        let store = try store()
        try store.add(plan)
        let events: [JournalEntry.Event] =
            [
                .started(.apply, plan.rollout), .intent(step, .forward, [.version: "1", .fingerprint: "00ff"]),
                .outcome(step, .forward, .done, [.version: "1"], requestID: "req", words: nil),
                .outcome(step, .back, .needsPerson, [:], requestID: nil, words: "why \"so\""),
                .ended(.stopped, words: "asked")
            ]
        do {
            let claim = try store.claim(plan.id)
            for event in events { try await claim.journal.append(event) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await claim.journal.append(.intent(StepKey(text: "s\(number)"), .forward, [:]))
                    }
                }
                try await group.waitForAll()
            }
        }
        let entries = try store.entries(of: plan.id)
        #expect(entries.prefix(5).map(\.event) == events)
        #expect(entries.count == 105)
        let progress = try store.plan(plan.id).progress
        #expect(progress[step, .forward].attempts == 1)
        #expect(progress[step, .forward].result == .done)
        #expect(progress[step, .forward].facts == [.version: "1", .fingerprint: "00ff"])
        #expect(progress[step, .back].words == "why \"so\"")
        #expect(progress.end == .stopped)
    }

    @Test("one process at a time runs a plan")
    func claim() throws {
        let store = try store()
        try store.add(plan)
        #expect(try !store.isRunning(plan.id))
        var claim: PlanClaim? = try store.claim(plan.id)
        #expect(try store.isRunning(plan.id))
        let failure = #expect(throws: OperationFailure.self) { try store.claim(plan.id) }
        #expect(failure?.kind == .tryAgain)
        withExtendedLifetime(claim) {}
        claim = nil
        #expect(try !store.isRunning(plan.id))
        withExtendedLifetime(try store.claim(plan.id)) {}
    }

    @Test("a half-written last line is cut off by the next run, wherever it was cut; a damaged one is refused")
    func torn() async throws {
        let store = try store()
        try store.add(plan)
        do {
            let claim = try store.claim(plan.id)
            try await claim.journal.append(.intent(step, .forward, [:]))
            try await claim.journal.append(.outcome(step, .forward, .done, [:], requestID: nil, words: nil))
        }
        let folder = try StateFolder(at: place.path).subfolder("plans").subfolder(plan.id.text)
        let whole = try #require(try folder.contents(of: "journal.jsonl"))
        let first = try #require(whole.firstIndex(of: UInt8(ascii: "\n"))) + 1
        for end in first..<whole.count {
            try folder.replace("journal.jsonl", with: Array(whole[..<end]))
            #expect(try store.plan(plan.id).progress[step, .forward].result == nil)
            let claim = try store.claim(plan.id)
            #expect(claim.entries.count == 1)
            #expect(try folder.contents(of: "journal.jsonl") == Array(whole[..<first]))
        }
        try folder.replace("journal.jsonl", with: Array("{\"time\":1}\n".utf8) + whole)
        let failure = #expect(throws: OperationFailure.self) { try store.claim(plan.id) }
        #expect(failure?.kind == .badInput)
        #expect(failure?.message.contains("line 1") == true)
    }
}

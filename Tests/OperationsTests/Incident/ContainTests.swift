import AuditTrail
import FoundationEssentials
import StateFiles
import Testing

@testable import Operations

@Suite("Containing and taking back")
struct ContainTests {
    private let journal = Journal()
    private let audit: FakeAudit
    private let place: TemporaryPlace
    private let log: IncidentLog
    private let context = AuditContext(
        actorARN: "arn:x", user: "m", host: "h", processID: 1, session: "s", account: "1", region: "eu-west-1",
        incident: "INC-7")
    private static let on = AccountChange.eventSource(uuid: "u", function: "pay", enabled: true)
    private static let off = AccountChange.eventSource(uuid: "u", function: "pay", enabled: false)
    private static let five = AccountChange.concurrency(function: "pay", reserved: 5)
    private static let zero = AccountChange.concurrency(function: "pay", reserved: 0)

    init() throws {
        audit = FakeAudit(journal: journal)
        place = try TemporaryPlace()
        log = try IncidentStore(in: try place.folder()).log(try IncidentID("INC-7"))
    }

    private var plan: ContainmentPlan {
        ContainmentPlan(
            .stopInvocations, "fn:pay", name: "pay", effect: "stops", also: [],
            steps: [.init(Self.off, before: Self.on), .init(Self.zero, before: Self.five)])
    }

    private func account() -> FakeAccount { FakeAccount([Self.on, Self.five], journal: journal) }

    private func contain(_ account: FakeAccount) async throws {
        _ = try await Contain(changes: account, audit: audit, log: log)(plan, id: "c-1", note: "why", as: context)
    }

    private func undo(_ account: FakeAccount) async throws {
        let containment = try #require(try state()?.containment)
        try await Contain(changes: account, audit: audit, log: log).undo(containment, note: nil, as: context)
    }

    private func state() throws -> ContainmentRecord? { Incident(log.id, try log.timeline()).containments.first }

    private func failure(_ body: () async throws -> Void) async -> OperationFailure? {
        do {
            try await body()
            return nil
        } catch { return error as? OperationFailure }
    }

    @Test("every change has its intent on record before it is sent and its outcome after, and is taken back in reverse")
    func thereAndBack() async throws {
        let account = account()
        try await contain(account)
        #expect(
            journal.lines == [
                "incident.contained pending fn:pay why", "send " + Self.off.words, "incident.contained done fn:pay",
                "incident.contained pending fn:pay why", "send " + Self.zero.words, "incident.contained done fn:pay"
            ])
        #expect(try state()?.state == .done)
        try await undo(account)
        #expect(account.made == [Self.off, Self.zero, Self.five, Self.on])
        #expect(account.settings.contains(Self.on) && account.settings.contains(Self.five))
        #expect(try state()?.state == .undone)
        #expect(try log.timeline().entries.map(\.action) == [.containing, .contained, .undoing, .undone])
    }

    @Test("without the audit trail nothing is sent, and what was begun is known")
    func noAudit() async throws {
        let account = account()
        audit.refuse(.incidentContained)
        #expect(await failure { try await contain(account) }?.kind == .auditUnwritable)
        #expect(account.made.isEmpty)
        #expect(try state()?.state == .failed)
    }

    @Test("the second change is denied: exit 4, what was done is named and can be taken back")
    func halfway() async throws {
        let account = account()
        account.fail(1, OperationFailure(.denied, "no", code: "AccessDenied"))
        let failure = await failure { try await contain(account) }
        #expect(failure?.kind == .stoppedHalfway && failure?.message.contains("incident undo c-1") == true)
        try await undo(account)
        #expect(account.settings.contains(Self.on) && account.settings.contains(Self.five))
        #expect(audit.records.contains { $0.outcome == .denied && $0.error == "AccessDenied" })
    }

    @Test("the first change is denied: as denied, and nothing is to be taken back")
    func denied() async throws {
        let account = account()
        account.fail(0, OperationFailure(.denied, "no"))
        #expect(await failure { try await contain(account) }?.kind == .denied)
        #expect(account.settings.contains(Self.on))
    }

    @Test(
        "a lost answer is answered by looking: done is done, not done is a failure; never sent twice",
        arguments: [true, false])
    func lostAnswer(applied: Bool) async throws {
        let account = account()
        account.fail(0, OperationFailure(.stoppedHalfway, "no answer"), applied: applied)
        let failure = await failure { try await contain(account) }
        #expect((failure == nil) == applied)
        #expect(account.made == (applied ? [Self.off, Self.zero] : [Self.off]))
    }

    @Test(
        "killed after the intent, before or after any call: the undo brings back exactly what was changed",
        arguments: 0...2)
    func killed(after calls: Int) async throws {
        let account = account()
        let containment = Containment(
            id: "c-1", action: .stopInvocations, reference: "fn:pay", account: "1", region: "eu-west-1",
            steps: plan.steps)
        var entry = TimelineEntry(.containing, from: .tool, at: Date())
        entry.containment = containment
        try log.append(entry)
        for step in plan.steps.prefix(calls) { _ = try await account.make(step.change) }
        #expect(try state()?.state == .begun)
        #expect(try state()?.canBeUndone == true)
        try await undo(account)
        #expect(account.settings.contains(Self.on) && account.settings.contains(Self.five))
        #expect(account.made.count == calls * 2)
    }

    @Test("what someone else has changed since is not touched")
    func changedSince() async throws {
        let account = account()
        try await contain(account)
        account.set(.concurrency(function: "pay", reserved: 17))
        let failure = await failure { try await undo(account) }
        #expect(failure?.kind == .tryAgain)
        #expect(account.settings.contains(.concurrency(function: "pay", reserved: 17)))
        #expect(try state()?.state == .undoFailed)
        #expect(try state()?.canBeUndone == true)
    }

    @Test("an undo that AWS would refuse is not sent")
    func obstacle() async throws {
        let account = account()
        try await contain(account)
        account.obstruct("100 must stay")
        let failure = await failure { try await undo(account) }
        #expect(failure?.message.contains("100 must stay") == true)
        #expect(account.made.count == 2)
    }

    @Test("an undo that is repeated changes nothing more")
    func twice() async throws {
        let account = account()
        try await contain(account)
        try await undo(account)
        let made = account.made.count
        try await undo(account)
        #expect(account.made.count == made)
    }
}

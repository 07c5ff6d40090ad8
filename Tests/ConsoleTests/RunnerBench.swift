import AuditTrail
import ConsoleViewModels
import Inventory
import Operations
import SensitiveMemory
import Testing

@testable import Console

/// An effect runner in a played world, and what it tells the loop.
@MainActor
final class RunnerBench {
    let account = PlayedAccount()
    let trail = RecordedTrail()
    let inbox = EventInbox()
    let runner: EffectRunner
    private var events: [ConsoleEvent] = []

    init(
        trailFailure: OperationFailure? = nil, plans: (any PlanWorkshop)? = nil,
        incidents: ((RecordedTrail) -> any IncidentWorkshop)? = nil
    ) {
        let recorded = self.trail
        let trail: Result<ConsoleWorld.Trail, OperationFailure> =
            if let trailFailure {
                .failure(trailFailure)
            } else {
                .success(
                    ConsoleWorld.Trail(
                        audit: self.trail,
                        fingerprints: FingerprintKey(PlayedAccount.bytes("0123456789abcdef0123456789abcdef"))))
            }
        runner = EffectRunner(
            ConsoleWorld(
                inventory: account, details: account, values: account, callers: account, trail: trail,
                policy: RevealPolicy(),
                plans: plans.map { .success($0) } ?? .failure(OperationFailure(.ownFault, "no plans were announced")),
                incidents: incidents.map { .success($0(recorded)) }
                    ?? .failure(OperationFailure(.ownFault, "no incidents were announced")),
                context: AuditContext(user: "u", host: "h", processID: 1, session: "s")), inbox: inbox,
            slot: RevealSlot())
    }

    /// Waits, ten seconds at most, until an event comes that the closure takes something from.
    func next<Found>(_ what: String, _ take: (ConsoleEvent) -> Found?) async throws -> Found {
        for _ in 0..<1_000 {
            events += inbox.drain()
            for (index, event) in events.enumerated() {
                if let found = take(event) {
                    events.remove(at: index)
                    return found
                }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("never: \(what)")
        throw CancellationError()
    }

    /// Waits until the trail has so many records.
    func records(_ count: Int) async throws -> [String] {
        for _ in 0..<1_000 where trail.lines.count < count { try await Task.sleep(for: .milliseconds(10)) }
        return trail.lines
    }

    func request(_ reference: Reference, pointer: String? = nil, number: Int = 1) -> RevealRequest {
        RevealRequest(
            ticket: RevealTicket(number: number), reference: reference, pointer: pointer, note: "INC-7 why")
    }

    func revealed() async throws -> (RevealTicket, RevealedContent) {
        try await next("revealed") {
            if case .revealed(let ticket, let content) = $0 { (ticket, content) } else { nil }
        }
    }

    func revealFailed() async throws -> Problem {
        try await next("revealFailed") { if case .revealFailed(_, let problem) = $0 { problem } else { nil } }
    }
}

import AccountAccess
import AuditTrail
import ConsoleViewModels
import Inventory
import Operations

/// Carries out what the model asks of AWS and of the audit trail, and answers with events.
///
/// What concerns the terminal is the loop's. Everything here runs beside the main thread; answers arrive in
/// the inbox.
@MainActor
final class EffectRunner {
    /// What can be under way; asking again, or no longer wanting the answer, ends it.
    enum Work: Hashable {
        case identity
        case list(ResourceKind, generation: Int)
        case tags(ResourceKind)
        case detail(Reference, generation: Int)
        case reveal(RevealTicket)
        /// The record that a value was closed: once begun it is never given up, and the end waits for it.
        case closing(RevealTicket)
        case report(ReportTopic)
        case signIn
        /// A value is in the clipboard, or on its way there.
        case copying
        case planMaking
        /// One step about the incident: once begun it is never given up.
        case incident(Int)
        case containment
        /// Looks out for uses of old credentials until it is over or stopped.
        case watch
    }

    private struct Running {
        let number: Int
        let task: Task<Void, Never>
    }

    let world: ConsoleWorld
    let inbox: EventInbox
    let records: SessionRecords
    let reveals = RevealDesk()
    let slot: RevealSlot
    let lookout: Lookout
    let plans = PlanDesk()
    /// The steps of the retirements that were read, by their plans.
    var retirements: [PlanID: [PlanStep]] = [:]
    private var lastIncidentStep = 0
    private var underWay: [Work: Running] = [:]
    private var lastNumber = 0
    /// The generation of each list whose rows may still change.
    var generations: [ResourceKind: Int] = [:]

    /// - Parameter slot: the place for the one value; the process has one.
    init(_ world: ConsoleWorld, inbox: EventInbox, slot: RevealSlot = .process) {
        self.world = world
        self.inbox = inbox
        self.slot = slot
        records = SessionRecords(world)
        lookout = Lookout(world)
    }

    /// Puts on record that the session begins, and looks for others at the screen. Says so if there is no record:
    /// values then stay closed.
    func begin() {
        loadFilters()
        lookForWaitingPlans()
        loadIncident()
        Task { if let words = await lookout.look() { inbox.post(.shareDetected(words)) } }
        Task {
            if let failure = await records.append(.sessionStarted) {
                inbox.post(.notice(Notice(.warning, Problem(failure).line)))
            }
        }
    }

    /// Gives up what is under way, closes and records what is open, and puts the end of the session on record. A plan
    /// stops behind the call that is under way, and is waited for unless it is abandoned.
    func end(abandonsPlan: Bool = false) async {
        plans.leave()
        let tasks = underWay.values.map(\.task)
        for (work, running) in underWay {
            if case .incident = work { continue }
            running.task.cancel()
        }
        for task in tasks { await task.value }
        await reveals.closeAll(records, reason: .quit)
        if !abandonsPlan { await plans.settle() }
        _ = await records.append(.sessionEnded)
    }

    /// Runs a piece of work in the place of an older one of the same name.
    func start(_ work: Work, _ body: @escaping @MainActor @Sendable () async -> Void) {
        underWay[work]?.task.cancel()
        lastNumber += 1
        let number = lastNumber
        let task = Task {
            await body()
            if underWay[work]?.number == number { underWay[work] = nil }
        }
        underWay[work] = Running(number: number, task: task)
    }

    func nextIncidentStep() -> Int {
        lastIncidentStep += 1
        return lastIncidentStep
    }

    /// The answer is not wanted any more. What was begun still writes its records.
    func cancel(_ work: Work) { underWay[work]?.task.cancel() }

    func loadIdentity() {
        start(.identity) { [inbox] in
            do throws(OperationFailure) {
                let caller = try await self.identify()
                inbox.post(
                    .identity(Identity(account: caller.account, arn: caller.arn, credentialsEnd: caller.credentialsEnd))
                )
            } catch {
                inbox.post(.identityFailed(Problem(error)))
            }
        }
    }

    /// Asks AWS who we are, for the header and for every record from here on.
    @discardableResult
    func identify() async throws(OperationFailure) -> Caller {
        let caller = try await world.callers.caller()
        records.take(caller)
        return caller
    }

    func sort(_ job: SortJob) {
        let inbox = inbox
        Task.detached { inbox.post(.sorted(job.run())) }
    }

    func survey(_ job: SurveyJob) {
        let inbox = inbox
        Task.detached { inbox.post(.surveyed(job.run())) }
    }
}

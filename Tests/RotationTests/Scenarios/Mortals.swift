import AuditTrail
import FoundationEssentials
import Inventory
import Operations

/// A journal that nothing is written to when the process is dead.
struct MortalJournal: PlanJournaling {
    private let journal: PlanJournal
    private let script: FaultScript?

    init(_ journal: PlanJournal, _ script: FaultScript?) {
        self.journal = journal
        self.script = script
    }

    func append(_ event: JournalEntry.Event) async throws(OperationFailure) {
        guard script?.mayWrite() ?? true else { throw OperationFailure(.interrupted, "the process is gone") }
        try await journal.append(event)
    }

    func leave(_ event: JournalEntry.Event) async throws(OperationFailure) {
        guard script?.mayWrite() ?? true else { throw OperationFailure(.interrupted, "the process is gone") }
        try await journal.leave(event)
    }
}

/// A trail that nothing is written to when the process is dead.
struct MortalAudit: AuditRecording {
    private let audit: AuditTrail
    private let script: FaultScript?

    init(_ audit: AuditTrail, _ script: FaultScript?) {
        self.audit = audit
        self.script = script
    }

    func append(_ record: AuditRecord) throws(AuditError) -> AuditReceipt {
        guard script?.isDead != true else { throw AuditError.distrusted }
        return try audit.append(record)
    }

    func append(together records: [AuditRecord]) -> [Result<AuditReceipt, AuditError>] {
        guard script?.isDead != true else { return records.map { _ in .failure(.distrusted) } }
        return audit.append(together: records)
    }
}

/// Metrics that are as good as before, unless a test says otherwise; a fault lets the reading fail.
struct FakeHealth: HealthReading {
    let script: FaultScript?

    func health(of functions: [String], minutes: Int) async throws(CallFailure) -> [FunctionHealth] {
        let away = CallFailure(.unreachable, OperationFailure(.unreachable, "no answer"))
        switch script?.verdict(changes: false) ?? .pass {
        case .pass, .applied: break
        case .dead: throw CallFailure(.cancelled, OperationFailure(.interrupted, "the process is gone"))
        case .lost, .lostUnapplied, .status: throw away
        }
        return functions.map {
            FunctionHealth(function: $0, invocations: 10, failures: 0, formerInvocations: 600, formerFailures: 0)
        }
    }
}

/// Nobody calls a version by its number.
struct FakeCallers: PinnedCallerReading {
    func pinnedCallers(
        of functions: [String], versions: [String: Set<String>]
    ) async throws(CallFailure) -> (callers: [PinnedCaller], gaps: [String]) { ([], []) }
}

struct FakePrograms: CheckRunning {
    func run(_ command: String, plan: PlanID, wave: Int) async throws(CallFailure) -> String? { nil }
}

/// What CloudTrail would tell: who has read what.
struct FakeReads: ReadWatching {
    let readers: [Reference: Reference]
    let gaps: [String]

    init(_ readers: [Reference: Reference], gaps: [String] = []) {
        self.readers = readers
        self.gaps = gaps
    }

    func reads(
        of reference: Reference, since: Date
    ) async throws(CallFailure) -> (reads: [SeenRead], gaps: [String]) {
        (readers[reference].map { [SeenRead(reader: $0, time: since)] } ?? [], gaps)
    }
}

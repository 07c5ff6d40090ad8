import AuditTrail
import SensitiveMemory
import StateFiles
import Synchronization

/// An audit trail in memory that can refuse an event.
final class FakeAudit: AuditRecording {
    private struct State {
        var records: [AuditRecord] = []
        var refused: Set<AuditEvent> = []
    }

    private let journal: Journal
    private let state = Mutex(State())

    init(journal: Journal) { self.journal = journal }

    var records: [AuditRecord] { state.withLock { $0.records } }

    func refuse(_ event: AuditEvent) { state.withLock { _ = $0.refused.insert(event) } }

    func append(_ record: AuditRecord) throws(AuditError) -> AuditReceipt {
        let sequence = state.withLock { state -> Int? in
            guard !state.refused.contains(record.event) else { return nil }
            state.records.append(record)
            return state.records.count
        }
        guard let sequence else {
            throw AuditError.files(StateFilesError("write", "/x/audit.jsonl", .system(errno: 28)))
        }
        let words = [record.event.rawValue, record.outcome?.rawValue, record.reference, record.note]
        journal.write(words.compactMap { $0 }.joined(separator: " "))
        return AuditReceipt(sequence: sequence, hash: "")
    }
}

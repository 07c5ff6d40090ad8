import AuditTrail
import StateFiles
import Synchronization

/// An audit trail in memory that can refuse an event.
final class RecordedTrail: AuditRecording {
    private struct State {
        var records: [AuditRecord] = []
        var refused: Set<AuditEvent> = []
    }

    private let state = Mutex(State())

    var records: [AuditRecord] { state.withLock { $0.records } }

    /// `reveal.masked asked`
    var lines: [String] {
        records.map { [$0.event.rawValue, $0.outcome?.rawValue].compactMap(\.self).joined(separator: " ") }
    }

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
        return AuditReceipt(sequence: sequence, hash: "")
    }
}

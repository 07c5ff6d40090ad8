import ConsoleViewModels
import Operations

/// The revealed values whose closing is still to be put on record, and the tickets whose answer nobody wants any
/// more.
@MainActor
final class RevealDesk {
    private var open: [RevealTicket: RevealedValue] = [:]
    private var unwanted: [RevealTicket: ClosingReason] = [:]

    /// Whether its value is here and not closed yet.
    func isOpen(_ ticket: RevealTicket) -> Bool { open[ticket] != nil }

    /// Takes an answer in. The reason if it is no longer wanted; then the caller closes it.
    func take(_ value: RevealedValue, for ticket: RevealTicket) -> ClosingReason? {
        if let reason = unwanted.removeValue(forKey: ticket) { return reason }
        open[ticket] = value
        return nil
    }

    /// The person no longer wants the answer.
    func refuse(_ ticket: RevealTicket, _ reason: ClosingReason) {
        if open[ticket] == nil { unwanted[ticket] = reason }
    }

    /// Forgets a ticket whose answer was a failure.
    func forget(_ ticket: RevealTicket) { unwanted[ticket] = nil }

    /// Shuts the value at once. The caller closes it, which writes the record.
    func shut(_ ticket: RevealTicket) -> RevealedValue? {
        let value = open.removeValue(forKey: ticket)
        value?.shut()
        return value
    }

    func closeAll(_ records: SessionRecords, reason: ClosingReason) async {
        let values = open.keys.compactMap { shut($0) }
        for value in values { _ = await records.perform { value.close(reason) } }
    }
}

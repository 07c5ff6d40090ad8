import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Settings
import StateFiles

extension Session {
    /// The note that this user typed for the same reference within `reveal.note_holds_minutes`, with the mark that it was
    /// not typed anew; nil if there is none or notes do not hold.
    func heldNote(for reference: Reference) -> String? {
        let minutes = settings.noteHoldsMinutes
        guard minutes > 0, let folder = try? StateFolder.existing(at: folders.state) else { return nil }
        var filter = AuditFilter()
        filter.events = [AuditEvent.revealRequested.rawValue]
        filter.reference = reference.text
        filter.actor = LocalIdentity.user
        filter.since = Date(timeIntervalSinceNow: -Double(minutes) * 60)
        // Where the trail cannot be read no note holds, and one must be given.
        guard let entries = try? AuditReader(of: folder).last(200, filter) else { return nil }
        return entries.last { entry in
            entry.reference == reference.text && entry.note?.hasSuffix(HeldNotes.mark) == false
        }?.note.map { $0 + HeldNotes.mark }
    }
}

import AuditTrail
import Inventory
import StateFiles

extension OwnReads {
    /// The reads that the trail of a state folder has of one account. A trail that is not there or cannot be read has none:
    /// what it would have explained is then taken for somebody's use.
    init(of state: String, account: String) {
        self.init()
        var filter = AuditFilter()
        filter.events = Set(
            [AuditEvent.revealShown, .copyDone, .compareDone, .matchRequested, .applyStep].map(\.rawValue))
        do {
            guard let folder = try StateFolder.existing(at: state) else { return }
            try AuditReader(of: folder).forEach(filter) { entry in
                guard entry.account == account else { return true }
                if entry.event == AuditEvent.matchRequested.rawValue {
                    addSearch(at: entry.time)
                } else if let text = entry.reference, let reference = try? Reference(parsing: text) {
                    add(reference, at: entry.time, by: entry.actorARN, requestID: entry.requestID)
                }
                return true
            }
        } catch {
            return
        }
    }
}

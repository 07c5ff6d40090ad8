import AuditTrail
import Inventory
import StateFiles

extension FailureReport {
    /// An error of the state folder or the audit trail where it is only read.
    init(_ error: AuditError) {
        self.init(status: .failed, line: "curtain: \(error)")
    }

    init(_ error: StateFilesError) {
        self.init(status: .failed, line: "curtain: \(error)")
    }

    /// What was typed as a reference is none: usage.
    init(_ error: ReferenceError) {
        self.init(status: .usage, line: "curtain: \(error)")
    }
}

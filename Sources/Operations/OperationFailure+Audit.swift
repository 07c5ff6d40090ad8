import AuditTrail

extension OperationFailure {
    /// That the audit trail cannot be written, and what that means for the act.
    init(auditUnwritable error: AuditError, consequence: String) {
        self.init(.auditUnwritable, "\(error) (\(consequence))")
    }
}

import AuditTrail
import FoundationEssentials
import Settings
import StateFiles

extension Session {
    /// How long ago this user entered a second factor on this machine, by the audit trail; nil where none is asked for.
    var secondFactorAge: Double? {
        guard settings.requireMFAMinutes > 0 else { return nil }
        return SecondFactorHistory(folders.state, minutes: settings.requireMFAMinutes).age
    }
}

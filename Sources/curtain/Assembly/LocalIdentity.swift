import AuditTrail
import Glibc

/// Who sits at this machine, for the audit trail.
enum LocalIdentity {
    /// The context of this process's records, before AWS has said who the credentials belong to.
    static func context(incident: String?) -> AuditContext {
        AuditContext(
            user: user, host: host, processID: getpid(),
            session: String(UInt64.random(in: .min ... .max), radix: 16), incident: incident)
    }

    /// The login name of the process's user. The corresponding C function is getpwuid.
    static var user: String {
        getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
    }

    /// The machine's name. The corresponding C function is gethostname.
    static var host: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "unknown" }
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

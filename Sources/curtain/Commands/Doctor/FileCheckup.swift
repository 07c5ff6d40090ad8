import AuditTrail
import Glibc
import Settings
import StateFiles

/// Configuration, folders and the audit trail.
struct FileCheckup {
    private let session: Session

    init(_ session: Session) { self.session = session }

    func findings() -> [DoctorFinding] { configuration + [stateFolder, audit] + history }

    private var configuration: [DoctorFinding] {
        let path = Session.configurationFile(session.options, session.folders)
        guard session.settingsProblems.isEmpty else {
            return session.settingsProblems.map {
                DoctorFinding("configuration", .fail, "\($0)", advice: "correct the file")
            }
        }
        return [
            DoctorFinding("configuration", .ok, access(path, R_OK) == 0 ? path : "\(path) is not there: the defaults")
        ]
    }

    private var stateFolder: DoctorFinding {
        let path = session.folders.state
        var status = stat()
        guard stat(path, &status) == 0 else {
            return DoctorFinding("state folder", .ok, "\(path) will be made at the first record, for you alone")
        }
        let mode = String(status.st_mode & 0o777, radix: 8)
        if status.st_mode & 0o077 != 0 {
            return DoctorFinding(
                "state folder", .fail, "\(path) has mode \(mode): others may enter", advice: "run: chmod 700 \(path)")
        }
        if status.st_uid != getuid() {
            return DoctorFinding(
                "state folder", .fail, "\(path) belongs to user \(status.st_uid)",
                advice: "name another one in CURTAIN_STATE_DIR")
        }
        if access(path, W_OK) != 0 {
            return DoctorFinding(
                "state folder", .fail, "\(path) cannot be written: nothing can be revealed",
                advice: "check the disk and the folder's mode")
        }
        return DoctorFinding("state folder", .ok, "\(path), mode \(mode)")
    }

    private var audit: DoctorFinding {
        do throws(AuditError) {
            let folder: StateFolder?
            do throws(StateFilesError) {
                folder = try StateFolder.existing(at: session.folders.state)
            } catch {
                throw AuditError.files(error)
            }
            guard let folder else { return DoctorFinding("audit trail", .ok, "nothing has been recorded yet") }
            let report = VerificationReport(try AuditVerification(of: folder, depth: .full))
            return DoctorFinding(
                "audit trail", report.isIntact ? .ok : .fail, report.words,
                advice: report.isIntact ? nil : "run: curtain audit verify; keep a copy before anything is changed")
        } catch {
            return DoctorFinding("audit trail", .fail, "\(error)", advice: "check the state folder")
        }
    }

    /// The AWS CLI's own record of calls, which holds answers as they came.
    private var history: [DoctorFinding] {
        guard let home = session.environment["HOME"] else { return [] }
        let path = home + "/.aws/cli/history/history.db"
        guard access(path, F_OK) == 0 else { return [] }
        return [
            DoctorFinding(
                "AWS CLI history", .warn, "\(path) keeps the AWS CLI's calls and answers, values among them",
                advice: "set cli_history = disabled in ~/.aws/config and remove the file")
        ]
    }
}

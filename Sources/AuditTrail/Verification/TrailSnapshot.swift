import StateFiles

/// The trail and its head as they were at one moment, with no record half way.
struct TrailSnapshot {
    let file: StateFile?
    let size: Int
    let head: AuditHead?

    init(of folder: StateFolder) throws(AuditError) {
        let lock: FolderLock?
        do throws(StateFilesError) {
            lock = try folder.lockIfThere(AuditTrail.lockName)
            file = try folder.open(AuditTrail.fileName, for: .reading)
            size = try file?.status().size ?? 0
        } catch {
            throw AuditError.files(error)
        }
        defer { withExtendedLifetime(lock) {} }
        head = try AuditHead.read(in: folder)
    }
}

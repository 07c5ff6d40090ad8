import StateFiles

/// The trail and its head as they were at one moment, with no record half way.
struct TrailSnapshot {
    /// One file of the trail.
    struct Part {
        let file: StateFile
        let size: Int
        /// What its name says of its last record; nil for the open file.
        let last: Int?
    }

    /// The closed segments, the oldest first, then the open file if it is there.
    let parts: [Part]
    let head: AuditHead?

    init(of folder: StateFolder) throws(AuditError) {
        let lock: FolderLock?
        var parts: [Part] = []
        do throws(StateFilesError) {
            lock = try folder.lockIfThere(AuditTrail.lockName)
            for name in try TrailSegments.closed(in: folder) + [AuditTrail.fileName] {
                guard let file = try folder.open(name, for: .reading) else { continue }
                parts.append(Part(file: file, size: try file.status().size, last: TrailSegments.last(of: name)))
            }
        } catch {
            throw AuditError.files(error)
        }
        defer { withExtendedLifetime(lock) {} }
        self.parts = parts
        head = try AuditHead.read(in: folder)
    }
}

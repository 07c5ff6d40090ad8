import StateFiles

/// Lines at the end of a trail that were being written when the power failed: of one write not every page need have arrived,
/// and a page that did not reads as zeros, so that a line that it was part of is no record.
///
/// Such a line, and what stands behind it, is no more than one write, and no head vouches for it, because the head follows the
/// sync. Nobody was told that these records were written. They count as torn.
struct TrailDamage {
    /// The trail without them; its size still has them.
    let tail: TrailTail

    /// nil if there is no such line.
    ///
    /// - Parameter found: the end of the trail as the file has it.
    init?(
        behind head: AuditHead?, to found: TrailTail, in file: StateFile, of folder: StateFolder
    ) throws(StateFilesError) {
        let vouched = head ?? AuditHead(count: 0, hash: AuditLine.zeros)
        guard found.hash != vouched.hash else { return nil }
        var end = found.end
        var damaged: TrailLine?
        // From the end backwards, as far as one write may reach, or to the line that the head names.
        while end > 0, let line = try TrailLine(endingAt: end, of: file), line.hash != vouched.hash {
            guard found.size - line.start <= AuditLine.limit || line.end == found.end else { break }
            if line.isDamaged { damaged = line }
            end = line.start
        }
        guard let damaged else { return nil }
        let before = try TrailLine(endingAt: damaged.start, of: file)
        var tail: TrailTail
        if let before {
            tail = TrailTail(
                count: before.sequence ?? -1, hash: before.hash, start: before.start, end: before.end, size: found.size)
        } else {
            tail = try TrailSegments.base(in: folder)
            tail.size = found.size
        }
        guard tail.count >= vouched.count else { return nil }
        self.tail = tail
    }
}

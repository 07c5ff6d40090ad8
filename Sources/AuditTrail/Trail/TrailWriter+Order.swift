import StateFiles

/// What is done before a record is written: a crash is mended, anything else is refused.
extension TrailWriter {
    /// The tail behind which the next record belongs.
    ///
    /// The record is always on the disk before the head, so a crash leaves a torn last line, a head that is
    /// behind, or both; a power failure may also leave last lines whose pages did not all arrive (`TrailDamage`). No
    /// crash leaves a head that is ahead, or that is missing with two records there, or a broken chain.
    mutating func bringToOrder(
        _ found: TrailTail, of file: StateFile, context: AuditContext
    ) throws(AuditError) -> TrailTail {
        let head = try AuditHead.read(in: folder)
        var tail = try files { () throws(StateFilesError) in
            try TrailDamage(behind: head, to: found, in: file, of: folder)?.tail ?? found
        }
        guard tail.count >= 0 else { throw AuditError.tampered(line: (head?.count ?? 0) + 1) }
        guard tail.isTied else { throw AuditError.tampered(line: tail.count) }
        guard head != nil || tail.count < 2 else { throw AuditError.headMissing(found: tail.count) }
        let vouched = head ?? AuditHead(count: 0, hash: AuditLine.zeros)
        guard tail.count >= vouched.count else {
            throw AuditError.truncated(found: tail.count, expected: vouched.count)
        }
        if tail.count == vouched.count {
            guard tail.hash == vouched.hash else { throw AuditError.tampered(line: tail.count) }
        } else {
            try bringHeadUp(from: vouched, to: tail, in: file)
        }
        if tail.isTorn { tail = try repair(tail, of: file, context: context) }
        return tail
    }

    /// The lines that the head does not vouch for are checked and put on the disk, then the head follows.
    private mutating func bringHeadUp(
        from head: AuditHead, to tail: TrailTail, in file: StateFile
    ) throws(AuditError) {
        let lines = try linesBeyond(head, to: tail, in: file)
        guard let first = lines.last else { return }
        // Their sync may have failed in the process that wrote them, and the kernel tells that only once:
        // written anew they are synced in truth.
        let bytes = lines.reversed().flatMap { $0.bytes + [UInt8(ascii: "\n")] }
        try files { () throws(StateFilesError) in
            guard let update = try folder.open(AuditTrail.fileName, for: .updating) else { return }
            try update.write(bytes, at: first.start)
            try update.sync()
        }
        try writeHead(for: tail)
    }

    /// The lines behind the one that the head names, the last first; each must be tied to the one before.
    private func linesBeyond(
        _ head: AuditHead, to tail: TrailTail, in file: StateFile
    ) throws(AuditError) -> [TrailLine] {
        var lines: [TrailLine] = []
        var end = tail.end
        var expected = tail.count
        while expected > head.count {
            let line = try files { () throws(StateFilesError) in try TrailLine(endingAt: end, of: file) }
            guard let line, line.sequence == expected else { throw AuditError.tampered(line: expected) }
            if let later = lines.last, later.previous != line.hash { throw AuditError.tampered(line: expected + 1) }
            lines.append(line)
            end = line.start
            expected -= 1
        }
        guard lines.last?.previous == head.hash else { throw AuditError.tampered(line: head.count + 1) }
        return lines
    }

    /// Puts a record of the repair in the place of a half-written last line.
    ///
    /// It is written over the fragment before what is left of that is cut off, so that a crash in between
    /// leaves a torn line again, and a fragment never vanishes without a record. Of several lines only the first is
    /// left before that, without its newline, so that what the record does not cover is never a whole line.
    private mutating func repair(
        _ tail: TrailTail, of file: StateFile, context: AuditContext
    ) throws(AuditError) -> TrailTail {
        let record = AuditRecord(
            .auditRepaired, .done, context: context,
            note: "a half-written last line of \(tail.size - tail.end) bytes was replaced by this record")
        let line = try encode(record, after: tail)
        let end = tail.end + line.count + 1
        let repaired = TrailTail(
            count: tail.count + 1, hash: AuditHash.hex(line), start: tail.end, end: end, size: end)
        state.tail = nil
        try files { () throws(StateFilesError) in
            if tail.end == 0 { try folder.sync() }
            guard let update = try folder.open(AuditTrail.fileName, for: .updating) else { return }
            let fragment = try file.bytes(at: tail.end, count: tail.size - tail.end)
            if let newline = fragment.dropFirst().firstIndex(of: UInt8(ascii: "\n")) {
                try update.truncate(to: tail.end + newline)
                try update.sync()
            }
            try update.write(line + [UInt8(ascii: "\n")], at: tail.end)
            try update.truncate(to: end)
            try update.sync()
        }
        try writeHead(for: repaired)
        return repaired
    }
}

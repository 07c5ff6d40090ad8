import StateFiles

/// One append, under the lock.
struct TrailWriter {
    let folder: StateFolder
    var state: TrailState
    /// From this size on, in bytes, the open file is closed and a new one begun.
    let segmentSize: Int
    /// The time of the record, in milliseconds since 1970.
    let milliseconds: Int

    mutating func append(_ record: AuditRecord) throws(AuditError) -> AuditReceipt {
        guard !state.isDistrusted else { throw AuditError.distrusted }
        var file = try opened()
        var tail = try currentTail(of: file)
        tail = try bringToOrder(tail, of: file, context: record.context)
        if tail.size >= segmentSize { (file, tail) = try beginSegment(behind: tail, in: file) }
        let line = try encode(record, after: tail)
        if tail.size == 0 { try files { () throws(StateFilesError) in try folder.sync() } }
        try write(line, after: tail, to: file)
        let written = TrailTail(
            count: tail.count + 1, hash: AuditHash.hex(line), start: tail.end, end: tail.end + line.count + 1,
            size: tail.end + line.count + 1)
        state.tail = written
        // The record is on the disk. If the head cannot follow, it is behind, which the next append mends
        // before it writes; it is no reason to deny what is on record.
        do throws(AuditError) { try writeHead(for: written) } catch {}
        return AuditReceipt(sequence: written.count, hash: written.hash)
    }

    func encode(_ record: AuditRecord, after tail: TrailTail) throws(AuditError) -> [UInt8] {
        let line = AuditLine.encode(
            record, sequence: tail.count + 1, milliseconds: milliseconds, previous: tail.hash)
        guard line.count < AuditLine.limit else { throw AuditError.tooLarge(bytes: line.count) }
        return line
    }

    func writeHead(for tail: TrailTail) throws(AuditError) {
        let head = AuditHead(count: tail.count, hash: tail.hash)
        // An older head that a power failure brings back is behind, never wrong, so its rename need not be
        // on the disk, but for the first: a trail without a head is not believed.
        try files { () throws(StateFilesError) in
            try folder.replace(
                AuditHead.fileName, with: head.bytes, temporary: "audit.head.new", folderSync: tail.count == 1)
        }
    }

    /// Runs what touches files, its errors in the trail's terms.
    func files<Success>(_ body: () throws(StateFilesError) -> Success) throws(AuditError) -> Success {
        do throws(StateFilesError) { return try body() } catch { throw AuditError.files(error) }
    }

    /// Closes the open file under its segment's name. It is whole and the head vouches for its end, so a crash at any
    /// point leaves a trail that ends where the head says.
    ///
    /// If the file cannot be renamed it grows on: that is no reason to deny what can be put on record.
    private mutating func beginSegment(
        behind tail: TrailTail, in file: StateFile
    ) throws(AuditError) -> (StateFile, TrailTail) {
        do throws(StateFilesError) {
            try folder.rename(AuditTrail.fileName, to: TrailSegments.name(last: tail.count))
        } catch {
            return (file, tail)
        }
        return (try opened(), TrailTail(count: tail.count, hash: tail.hash, start: 0, end: 0, size: 0))
    }

    private mutating func opened() throws(AuditError) -> StateFile {
        do throws(StateFilesError) {
            if let file = state.file, let named = try folder.status(of: AuditTrail.fileName),
                try file.status().identity == named.identity
            {
                return file
            }
            state.tail = nil
            state.file = nil
            if let file = try folder.open(AuditTrail.fileName, for: .appending) {
                state.file = file
                return file
            }
            throw StateFilesError("open", folder.path(of: AuditTrail.fileName), .malformed("it is not there"))
        } catch {
            throw AuditError.files(error)
        }
    }

    private func currentTail(of file: StateFile) throws(AuditError) -> TrailTail {
        try files { () throws(StateFilesError) in
            let size = try file.status().size
            if let tail = state.tail, tail.size == size { return tail }
            return try TrailTail(of: file, size: size, in: folder)
        }
    }

    /// Writes and syncs a line, or takes it back.
    private mutating func write(_ line: [UInt8], after tail: TrailTail, to file: StateFile) throws(AuditError) {
        do throws(StateFilesError) {
            try file.write(line + [UInt8(ascii: "\n")])
        } catch {
            state.tail = nil
            // A part may be there; if it cannot be cut off, the next append finds and records a torn line.
            do throws(StateFilesError) { try file.truncate(to: tail.end) } catch {}
            throw AuditError.files(error)
        }
        do throws(StateFilesError) { try file.sync() } catch {
            state.tail = nil
            takeBack(to: tail, in: file)
            throw AuditError.files(error)
        }
    }

    /// After a failed sync the kernel may believe pages to be on the disk that are not. Cutting the line
    /// off and syncing that gives a state we know; if this fails too, we know nothing any more.
    mutating func takeBack(to tail: TrailTail, in file: StateFile) {
        do throws(StateFilesError) {
            try file.truncate(to: tail.end)
            try file.sync()
        } catch {
            state.isDistrusted = true
        }
    }
}

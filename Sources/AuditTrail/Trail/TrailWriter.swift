import StateFiles

/// Appends, under the lock.
struct TrailWriter {
    let folder: StateFolder
    var state: TrailState
    /// From this size on, in bytes, the open file is closed and a new one begun.
    let segmentSize: Int
    /// The time of the records, in milliseconds since 1970.
    let milliseconds: Int

    /// The records' outcomes, in their order.
    mutating func append(_ records: [AuditRecord]) -> [Result<AuditReceipt, AuditError>] {
        var outcomes: [Result<AuditReceipt, AuditError>] = []
        while outcomes.count < records.count {
            let rest = records[outcomes.count...]
            do throws(AuditError) {
                outcomes += try appendPortion(of: rest)
            } catch {
                outcomes += rest.map { _ in .failure(error) }
            }
        }
        return outcomes
    }

    /// Puts as many of the records on the disk as one write takes: with one sync and one head.
    private mutating func appendPortion(
        of records: ArraySlice<AuditRecord>
    ) throws(AuditError) -> [Result<AuditReceipt, AuditError>] {
        guard !state.isDistrusted else { throw AuditError.distrusted }
        guard let first = records.first else { return [] }
        var file = try opened()
        var tail = try currentTail(of: file)
        tail = try bringToOrder(tail, of: file, context: first.context)
        if tail.size >= segmentSize { (file, tail) = try beginSegment(behind: tail, in: file) }
        var lines: [UInt8] = []
        var reached = tail
        var outcomes: [Result<AuditReceipt, AuditError>] = []
        for record in records {
            let line: [UInt8]
            do throws(AuditError) { line = try encode(record, after: reached) } catch {
                outcomes.append(.failure(error))
                continue
            }
            // The very first goes alone: two records without a head would look like a head that was taken away.
            guard lines.isEmpty || tail.count > 0 && lines.count + line.count < AuditLine.limit else { break }
            lines += line
            lines.append(UInt8(ascii: "\n"))
            reached.go(behind: line)
            outcomes.append(.success(AuditReceipt(sequence: reached.count, hash: reached.hash)))
        }
        guard !lines.isEmpty else { return outcomes }
        if tail.size == 0 { try files { () throws(StateFilesError) in try folder.sync() } }
        try write(lines, after: tail, to: file)
        state.tail = reached
        // The records are on the disk. If the head cannot follow, it is behind, which the next append mends
        // before it writes; it is no reason to deny what is on record.
        do throws(AuditError) { try writeHead(for: reached) } catch {}
        return outcomes
    }

    func encode(_ record: AuditRecord, after tail: TrailTail) throws(AuditError) -> [UInt8] {
        let line = AuditLine.encode(
            record, sequence: tail.count + 1, milliseconds: milliseconds, previous: tail.hash)
        guard line.count < AuditLine.limit else { throw AuditError.tooLarge(bytes: line.count) }
        return line
    }

    func writeHead(for tail: TrailTail) throws(AuditError) {
        let head = AuditHead(count: tail.count, hash: tail.hash).bytes
        // An older head that a power failure brings back is behind, never wrong, so a later one need not be on the
        // disk; but the first must, for a trail without a head is not believed.
        try files { () throws(StateFilesError) in
            guard tail.count > 1, try folder.status(of: AuditHead.fileName)?.size == head.count,
                let file = try folder.open(AuditHead.fileName, for: .updating)
            else {
                return try folder.replace(
                    AuditHead.fileName, with: head, temporary: "audit.head.new", folderSync: tail.count == 1)
            }
            try file.write(head, at: 0)
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

    /// Writes and syncs whole lines, or takes them back.
    private mutating func write(_ lines: [UInt8], after tail: TrailTail, to file: StateFile) throws(AuditError) {
        do throws(StateFilesError) {
            try file.write(lines)
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

    /// After a failed sync the kernel may believe pages to be on the disk that are not. Cutting the lines
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

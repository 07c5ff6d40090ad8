import StateFiles

/// Reads the records of a state folder's trail, through all its files. Changes nothing; whole lines never change, so
/// that writers are only kept waiting while the files are opened.
public struct AuditReader: Sendable {
    private let folder: StateFolder

    public init(of folder: StateFolder) { self.folder = folder }

    /// Calls `body` with each record that the filter wants, the oldest first, until it returns false.
    ///
    /// - Returns: how many lines were no records, which `AuditVerification` tells more about.
    @discardableResult
    public func forEach(
        _ filter: AuditFilter = AuditFilter(), _ body: (AuditEntry) -> Bool
    ) throws(AuditError) -> Int {
        var unreadable = 0
        var goesOn = true
        for part in try TrailSnapshot(of: folder).parts where goesOn {
            do throws(StateFilesError) {
                _ = try LineScanner(file: part.file, size: part.size).forEachLine { line, _ in
                    guard let entry = AuditEntry(line: line) else {
                        unreadable += 1
                        return true
                    }
                    if filter.matches(entry) { goesOn = body(entry) }
                    return goesOn
                }
            } catch {
                throw AuditError.files(error)
            }
        }
        return unreadable
    }

    /// The last records that the filter wants, at most `count`, the oldest of them first. Reads from the end,
    /// as far as it must.
    public func last(_ count: Int, _ filter: AuditFilter = AuditFilter()) throws(AuditError) -> [AuditEntry] {
        var found: [AuditEntry] = []
        for part in try TrailSnapshot(of: folder).parts.reversed() where found.count < count {
            do throws(StateFilesError) {
                guard let newline = try TrailLine.newline(before: part.size, in: part.file) else { continue }
                var end = newline + 1
                while found.count < count, let line = try TrailLine(endingAt: end, of: part.file) {
                    end = line.start
                    guard let entry = line.bytes.withUnsafeBytes({ AuditEntry(line: $0) }) else { continue }
                    if let since = filter.since, entry.time < since { return found.reversed() }
                    if filter.matches(entry) { found.append(entry) }
                }
            } catch {
                throw AuditError.files(error)
            }
        }
        return found.reversed()
    }
}

import StateFiles

/// Reads the records of a state folder's trail. Changes nothing and needs no lock: whole lines never change.
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
        do throws(StateFilesError) {
            guard let file = try folder.open(AuditTrail.fileName, for: .reading) else { return 0 }
            _ = try LineScanner(file: file, size: try file.status().size).forEachLine { line, _ in
                guard let entry = AuditEntry(line: line) else {
                    unreadable += 1
                    return true
                }
                return filter.matches(entry) ? body(entry) : true
            }
        } catch {
            throw AuditError.files(error)
        }
        return unreadable
    }

    /// The last records that the filter wants, at most `count`, the oldest of them first. Reads from the end,
    /// as far as it must.
    public func last(_ count: Int, _ filter: AuditFilter = AuditFilter()) throws(AuditError) -> [AuditEntry] {
        var found: [AuditEntry] = []
        do throws(StateFilesError) {
            guard let file = try folder.open(AuditTrail.fileName, for: .reading) else { return [] }
            let size = try file.status().size
            guard let newline = try TrailLine.newline(before: size, in: file) else { return [] }
            var end = newline + 1
            while found.count < count, let line = try TrailLine(endingAt: end, of: file) {
                end = line.start
                guard let entry = line.bytes.withUnsafeBytes({ AuditEntry(line: $0) }) else { continue }
                if let since = filter.since, entry.time < since { break }
                if filter.matches(entry) { found.append(entry) }
            }
        } catch {
            throw AuditError.files(error)
        }
        return found.reversed()
    }
}

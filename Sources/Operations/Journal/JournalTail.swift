import StateFiles

/// A journal that is read while somebody else writes it: each look takes what was added since the one before.
public struct JournalTail {
    /// What a look has found.
    public enum News: Sendable, Equatable {
        /// These entries are new; often there are none.
        case added([JournalEntry])
        /// The file is another one, or shorter than it was: these are all entries that it has.
        case anew([JournalEntry])
    }

    private let folder: StateFolder
    private let id: PlanID
    /// Where the first byte stands that was not read as part of a whole line.
    private var place = 0
    private var lines = 0
    private var identity: [UInt64]?

    init(_ folder: StateFolder, _ id: PlanID) {
        self.folder = folder
        self.id = id
    }

    /// Reads the whole lines that were added. A line that is being written is left to the next look.
    ///
    /// Throws `badInput` where a line is no entry of a journal.
    public mutating func look() throws(OperationFailure) -> News {
        let (bytes, isAnew) = try read()
        if isAnew { (place, lines) = (0, 0) }
        let newline = UInt8(ascii: "\n")
        let whole = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
        var entries: [JournalEntry] = []
        for line in bytes[..<whole].split(separator: newline) {
            lines += 1
            do throws(PlanFault) { entries.append(try JournalEntry(line: line)) } catch {
                throw OperationFailure(.badInput, "line \(lines) of the journal of \(id): \(error)")
            }
        }
        place += whole
        return isAnew ? .anew(entries) : .added(entries)
    }

    /// The bytes behind the place that was reached; all of them where it means nothing any more.
    private mutating func read() throws(OperationFailure) -> (bytes: [UInt8], isAnew: Bool) {
        do throws(StateFilesError) {
            guard let file = try folder.open(PlanStore.journalFile, for: .reading) else {
                defer { identity = nil }
                return ([], identity != nil)
            }
            let status = try file.status()
            let isAnew = identity.map { $0 != status.identity || status.size < place } ?? false
            identity = status.identity
            let start = isAnew ? 0 : place
            guard status.size > start else { return ([], isAnew) }
            return (try file.bytes(at: start, count: status.size - start), isAnew)
        } catch {
            throw OperationFailure(files: error)
        }
    }
}

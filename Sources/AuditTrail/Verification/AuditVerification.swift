import StateFiles

/// What a check of the whole trail found.
public struct AuditVerification: Equatable, Sendable {
    /// How much is checked.
    public enum Depth: String, Sendable {
        /// The chain and the head alone.
        case quick
        /// Also that each line is JSON with the right number, a time and a known event.
        case full
    }

    /// What the trail is.
    public enum State: Equatable, Sendable {
        case intact
        /// A crash left this many bytes of half-written last lines; the next record mends it.
        case torn(bytes: Int)
        /// A line is not what was written there.
        case tampered(line: Int, Fault)
        /// The head vouches for more records than there are; nil: the head is gone although there are records.
        case truncated(expected: Int?)
    }

    /// What is wrong with a line.
    public enum Fault: String, Sendable {
        /// The line behind it, or the head, has another hash for it.
        case chain
        /// It is not a JSON object, or longer than a line may be.
        case json
        /// Its number is not its place: lines were taken out or put in.
        case sequence
        case time
        case event
        /// It, or one before it, is not what an anchor was signed over.
        case anchor
    }

    /// Something worth a look that no rule forbids.
    public enum Remark: Equatable, Sendable {
        /// The time of this line is before that of the line above it: the clock was set back.
        case clockSetBack(line: Int)
        /// A newer version knows this event.
        case unknownEvent(line: Int)
        /// This many records are not in the head yet: a crash, or a record just being written.
        case headBehind(records: Int)
    }

    public let state: State
    public let depth: Depth
    /// How many records were found: whole lines, but for those that a crash has left unreadable.
    public let records: Int
    /// The hash of the last whole line; zeros if there is none. What an outside anchor keeps.
    public let hash: String
    /// The first hundred.
    public let remarks: [Remark]

    /// Checks the trail in the folder. Changes nothing; a writer is only kept waiting for a moment at the start.
    ///
    /// - Parameter anchors: what the trail must go through; who signed them is the caller's to know.
    /// - Throws: only if the files cannot be read.
    public init(of folder: StateFolder, depth: Depth, anchors: [AuditAnchor] = []) throws(AuditError) {
        let snapshot = try TrailSnapshot(of: folder)
        var checker = try ChainChecker(head: snapshot.head, depth: depth, anchors: anchors)
        var end = LineScanner.End()
        for (index, part) in snapshot.parts.enumerated() {
            let before = end.lines
            do throws(StateFilesError) {
                end = try LineScanner(file: part.file, size: part.size).forEachLine { line, number in
                    checker.check(line, line: before + number)
                }
            } catch {
                throw AuditError.files(error)
            }
            end.lines += before
            // A closed segment ends with the record that it is named for, and with a whole line.
            if index < snapshot.parts.count - 1 || part.last != nil, end.fragment > 0 || part.last != end.lines {
                checker.breakOff(behind: end.lines)
            }
            if checker.isBroken { break }
        }
        state = checker.conclude(end)
        self.depth = depth
        records = checker.records(of: end)
        hash = checker.lastHash
        remarks = checker.remarks
    }
}

import StateFiles

extension TrailTail {
    /// The end of the trail as the file has it.
    init(of file: StateFile, size: Int) throws(StateFilesError) {
        guard let newline = try TrailLine.newline(before: size, in: file) else {
            self = .empty
            self.size = size
            return
        }
        guard let line = try TrailLine(endingAt: newline + 1, of: file) else {
            self = .empty
            return
        }
        self.init(count: line.sequence ?? -1, hash: line.hash, start: line.start, end: newline + 1, size: size)
        let before = try TrailLine(endingAt: line.start, of: file)
        isTied = line.previous == before?.hash ?? AuditLine.zeros
    }
}

import StateFiles

extension TrailTail {
    /// The end of the trail as the file has it. A last line that is no record has count -1.
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
    }
}

import StateFiles

extension TrailTail {
    /// The end of the trail as the open file has it, or the closed segment before it.
    init(of file: StateFile, size: Int, in folder: StateFolder) throws(StateFilesError) {
        guard let newline = try TrailLine.newline(before: size, in: file) else {
            self = try TrailSegments.base(in: folder)
            self.size = size
            return
        }
        guard let line = try TrailLine(endingAt: newline + 1, of: file) else {
            self = try TrailSegments.base(in: folder)
            return
        }
        self.init(count: line.sequence ?? -1, hash: line.hash, start: line.start, end: newline + 1, size: size)
        let before = try TrailLine(endingAt: line.start, of: file)
        if let before {
            isTied = line.previous == before.hash
        } else {
            isTied = line.previous == (try TrailSegments.base(in: folder)).hash
        }
    }
}

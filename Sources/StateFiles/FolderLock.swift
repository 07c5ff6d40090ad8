/// An exclusive lock among processes and threads, on a file of a state folder. Let go at its end, and by
/// the system when the process dies.
public final class FolderLock: Sendable {
    private let file: StateFile

    init(file: StateFile) { self.file = file }
}

extension StateFolder {
    /// Waits for the lock of this name for at most `milliseconds`; then throws `busy`, so that a stopped
    /// process cannot hang the others for ever. (The C function flock.)
    public func lock(_ name: String, milliseconds: Int = 5000) throws(StateFilesError) -> FolderLock {
        guard let file = try open(name, for: .updating) else {
            throw StateFilesError("lock", path(of: name), .busy)
        }
        return try wait(for: file, milliseconds: milliseconds)
    }

    /// The same for one who only reads: nil if there is no such lock, so that nobody else can hold it.
    public func lockIfThere(_ name: String, milliseconds: Int = 5000) throws(StateFilesError) -> FolderLock? {
        guard let file = try open(name, for: .reading) else { return nil }
        return try wait(for: file, milliseconds: milliseconds)
    }

    private func wait(for file: StateFile, milliseconds: Int) throws(StateFilesError) -> FolderLock {
        let start = ContinuousClock.now
        var pause = 1
        while true {
            if try SystemCalls.tryLock(file.descriptor).orThrow("lock", file.path) { return FolderLock(file: file) }
            guard ContinuousClock.now - start < .milliseconds(milliseconds) else {
                throw StateFilesError("lock", file.path, .busy)
            }
            SystemCalls.pause(milliseconds: pause)
            pause = min(pause * 2, 16)
        }
    }
}

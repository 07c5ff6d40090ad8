import StateFiles
import Testing

@Suite("Locks")
struct FolderLockTests {
    @Test("one holds it, others are told that it is busy, and then may have it")
    func exclusive() throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path)
        var lock: FolderLock? = try folder.lock("l")
        let failure = #expect(throws: StateFilesError.self) {
            try StateFolder(at: place.path).lock("l", milliseconds: 0)
        }
        #expect(failure?.reason == .busy)
        #expect(lock != nil)
        lock = nil
        _ = try folder.lock("l", milliseconds: 0)
    }

    @Test("a reader asks for a lock without making one")
    func reader() throws {
        let folder = try StateFolder(at: try TemporaryPlace().path)
        #expect(try folder.lockIfThere("l") == nil)
        #expect(try folder.names() == [])
        let lock = try folder.lock("l")
        #expect(throws: StateFilesError.self) { try folder.lockIfThere("l", milliseconds: 0) }
        withExtendedLifetime(lock) {}
    }
}

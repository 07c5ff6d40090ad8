import StateFiles
import Testing

@Suite("State folders")
struct StateFolderTests {
    @Test("makes the folder and its parents for the owner alone")
    func make() throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path + "/a/b")
        #expect(try StateFolder(at: place.path).status(of: "a")?.mode == 0o700)
        #expect(folder.path == place.path + "/a/b")
    }
}

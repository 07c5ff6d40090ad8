import FoundationEssentials
import StateFiles
import Testing

@Suite("State folders")
struct StateFolderTests {
    @Test("makes the folder and its parents for the owner alone")
    func make() throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path + "/a/b")
        #expect(try StateFolder(at: place.path).status(of: "a")?.mode == 0o700)
        #expect(try folder.subfolder("c").names() == [])
        #expect(try folder.names() == ["c"])
    }

    @Test("a relative path is refused")
    func relative() {
        #expect(throws: StateFilesError.self) { try StateFolder(at: "state") }
    }

    @Test("an empty folder that others may enter is closed, one with contents is refused and left as it is")
    func open() throws {
        let place = try TemporaryPlace()
        let path = place.path + "/open"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        _ = try StateFolder(at: path)
        #expect(try StateFolder(at: place.path).status(of: "open")?.mode == 0o700)
        try Data().write(to: URL(filePath: path + "/x"))
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
        let failure = #expect(throws: StateFilesError.self) { try StateFolder(at: path) }
        #expect(failure?.description.contains("chmod 700") == true)
        #expect(try StateFolder(at: place.path).status(of: "open")?.mode == 0o750)
    }

    @Test("a file where the folder should be is an error")
    func file() throws {
        let place = try TemporaryPlace()
        try Data().write(to: URL(filePath: place.path + "/x"))
        #expect(throws: StateFilesError.self) { try StateFolder(at: place.path + "/x") }
        #expect(throws: StateFilesError.self) { try StateFolder(at: place.path + "/x/y") }
    }

    @Test("a folder that is not there is nothing to read")
    func missing() throws {
        #expect(try StateFolder.existing(at: "/nonexistent/curtain") == nil)
    }

    @Test("files are for the owner alone, links are not followed, what is no file is refused")
    func files() throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path)
        #expect(try folder.open("a", for: .reading) == nil)
        _ = try folder.open("a", for: .appending)
        #expect(try folder.status(of: "a")?.mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.path + "/a")
        _ = try folder.open("a", for: .updating)
        #expect(try folder.status(of: "a")?.mode == 0o600)
        try FileManager.default.createSymbolicLink(atPath: place.path + "/l", withDestinationPath: "a")
        #expect(throws: StateFilesError.self) { try folder.open("l", for: .reading) }
        _ = try folder.subfolder("d")
        #expect(throws: StateFilesError.self) { try folder.open("d", for: .reading) }
    }
}

import FoundationEssentials
import StateFiles
import Testing

@Suite("Files as a whole")
struct ContentsTests {
    let place: TemporaryPlace
    let folder: StateFolder

    init() throws {
        place = try TemporaryPlace()
        folder = try StateFolder(at: place.path)
    }

    @Test("are replaced in one step and leave nothing behind")
    func replace() throws {
        #expect(try folder.contents(of: "f") == nil)
        try folder.replace("f", with: Array("one".utf8))
        try folder.replace("f", with: Array("two".utf8), temporary: "f.new")
        #expect(try folder.contents(of: "f") == Array("two".utf8))
        #expect(try folder.status(of: "f")?.mode == 0o600)
        #expect(try folder.names() == ["f"])
    }

    @Test("a leftover of a crash under the temporary name is used up")
    func leftover() throws {
        try Data("half of something longer".utf8).write(to: URL(filePath: place.path + "/f.new"))
        try folder.replace("f", with: Array("x".utf8), temporary: "f.new")
        #expect(try folder.contents(of: "f") == Array("x".utf8))
        #expect(try folder.names() == ["f"])
    }

    @Test("what cannot be replaced stays as it was")
    func refused() throws {
        _ = try folder.subfolder("f")
        #expect(throws: StateFilesError.self) { try folder.replace("f", with: []) }
        #expect(try folder.names() == ["f"])
    }

    @Test("are made once, whoever else tries")
    func create() async throws {
        let folder = folder
        let winners = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let bytes = Array(repeating: UInt8(number), count: 5000)
                    return try bytes.withUnsafeBytes { try folder.create("f", with: $0) } ? number : nil
                }
            }
            return try await group.reduce(into: [Int]()) { if let winner = $1 { $0.append(winner) } }
        }
        #expect(winners.count == 1)
        let winner = UInt8(try #require(winners.first))
        #expect(try folder.contents(of: "f") == Array(repeating: winner, count: 5000))
        #expect(try folder.names() == ["f"])
    }

    @Test("have a limit")
    func limit() throws {
        try folder.replace("f", with: [1, 2, 3])
        #expect(try folder.contents(of: "f", limit: 3) == [1, 2, 3])
        #expect(throws: StateFilesError.self) { try folder.contents(of: "f", limit: 2) }
    }

    @Test("of configuration are refused if everybody may change them")
    func configuration() throws {
        let path = place.path + "/c"
        #expect(try StateFile.contents(atPath: path) == nil)
        try Data("x".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
        #expect(throws: StateFilesError.self) { try StateFile.contents(atPath: path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: path)
        #expect(try StateFile.contents(atPath: path) == Array("x".utf8))
    }
}

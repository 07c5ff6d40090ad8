import FoundationEssentials
import SensitiveMemory
import StateFiles
import Testing

@Suite("The fingerprint key's file")
struct FingerprintKeyTests {
    @Test("is made once for all who start together, for the owner alone")
    func once() async throws {
        let place = try TemporaryPlace()
        let prints = try await withThrowingTaskGroup(of: Fingerprint.self) { group in
            for _ in 0..<12 {
                group.addTask { try FingerprintKey(in: StateFolder(at: place.path)).fingerprint(ofName: "x") }
            }
            return try await group.reduce(into: Set<Fingerprint>()) { $0.insert($1) }
        }
        #expect(prints.count == 1)
        let folder = try StateFolder(at: place.path)
        #expect(try folder.names() == ["fingerprint.key"])
        #expect(try folder.status(of: "fingerprint.key")?.mode == 0o600)
        #expect(try FingerprintKey(in: folder).fingerprint(ofName: "x") == prints.first)
    }

    @Test("differs between installations")
    func different() throws {
        let keys = try (0..<2).map { _ in try FingerprintKey(in: StateFolder(at: try TemporaryPlace().path)) }
        #expect(keys[0].fingerprint(ofName: "x") != keys[1].fingerprint(ofName: "x"))
    }

    @Test("is refused when damaged or open to others, and never made anew", arguments: [0, 10, 57, 59])
    func damaged(size: Int) throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path)
        _ = try FingerprintKey(in: folder)
        let bytes = try #require(try folder.contents(of: "fingerprint.key"))
        let wrong = Array((bytes + [0, 0, 0]).prefix(size))
        try folder.replace("fingerprint.key", with: wrong)
        #expect(throws: StateFilesError.self) { try FingerprintKey(in: folder) }
        #expect(try folder.contents(of: "fingerprint.key") == wrong)
        try folder.replace("fingerprint.key", with: bytes)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: folder.path(of: "fingerprint.key"))
        #expect(throws: StateFilesError.self) { try FingerprintKey(in: folder) }
    }
}

import FoundationEssentials
import Glibc
import Inventory
import Testing

@Suite("The page of drift")
struct DriftReferenceTests {
    @Test("docs/drift.md is up to date")
    func page() throws {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let path = root + "/docs/drift.md"
        let text = DriftReference.page
        if getenv("CURTAIN_WRITE_DOCS") != nil { try text.write(toFile: path, atomically: true, encoding: .utf8) }
        let found = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        #expect(found == text, "stale: CURTAIN_WRITE_DOCS=1 swift test --filter DriftReference")
    }
}

import FoundationEssentials
import Glibc
import Testing

@testable import curtain

@Suite("The generated pages")
struct CommandReferenceTests {
    private static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

    @Test(
        "docs/commands.md and docs/exit-codes.md are up to date",
        arguments: [
            ("commands.md", CommandReference.commands), ("exit-codes.md", CommandReference.exitCodes)
        ])
    func page(name: String, text: String) throws {
        let path = Self.root + "/docs/" + name
        if getenv("CURTAIN_WRITE_DOCS") != nil { try text.write(toFile: path, atomically: true, encoding: .utf8) }
        let found = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        #expect(found == text, "stale: CURTAIN_WRITE_DOCS=1 swift test --filter CommandReference")
    }

    @Test("every exit code has its meaning, each code once")
    func codes() {
        #expect(ExitStatus.allCases.allSatisfy { !$0.meaning.isEmpty })
        #expect(Set(ExitStatus.allCases.map(\.rawValue)).count == ExitStatus.allCases.count)
    }
}

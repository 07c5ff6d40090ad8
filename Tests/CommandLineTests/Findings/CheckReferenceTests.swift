import FoundationEssentials
import Glibc
import Inventory
import Testing

@Suite("CheckReference")
struct CheckReferenceTests {
    private static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

    private static func page(_ name: String) throws -> String {
        let data = try #require(FileManager.default.contents(atPath: root + "/docs/" + name))
        return String(decoding: data, as: UTF8.self)
    }

    private static func replaced(_ page: String, _ opening: String, _ closing: String, by part: String) throws -> String
    {
        let start = try #require(page.firstRange(of: opening))
        let end = try #require(page.firstRange(of: closing))
        return page[..<start.upperBound] + "\n" + part + "\n" + page[end.lowerBound...]
    }

    @Test("the findings in docs/check.md are the rules'")
    func findings() throws {
        let page = try Self.page("check.md")
        let wanted = try Self.replaced(
            page, CheckReference.opening, CheckReference.closing, by: CheckReference.findings)
        if getenv("CURTAIN_WRITE_DOCS") != nil {
            try wanted.write(toFile: Self.root + "/docs/check.md", atomically: true, encoding: .utf8)
            return
        }
        #expect(page == wanted, "stale: CURTAIN_WRITE_DOCS=1 swift test --filter CheckReference")
    }

    @Test("the prices and limits in docs/cost.md are Facts/aws.toml's")
    func facts() throws {
        let page = try Self.page("cost.md")
        let table = AWSFact.all.reduce("\n| value | of what | read on | source |\n|---|---|---|---|\n") { table, fact in
            let value = fact.value == fact.value.rounded() ? String(Int(fact.value)) : String(fact.value)
            return table + "| \(value) | \(fact.unit) | \(fact.read) | \(fact.source) |\n"
        }
        let wanted = try Self.replaced(
            page, "<!-- facts: generated; CURTAIN_WRITE_DOCS=1 swift test --filter CheckReference -->",
            "<!-- end of facts -->", by: table)
        if getenv("CURTAIN_WRITE_DOCS") != nil {
            try wanted.write(toFile: Self.root + "/docs/cost.md", atomically: true, encoding: .utf8)
            return
        }
        #expect(page == wanted, "stale: CURTAIN_WRITE_DOCS=1 swift test --filter CheckReference")
    }
}

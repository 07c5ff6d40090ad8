import Testing

@Suite("docs/security.md")
struct SecurityPageTests {
    private let tree = SourceTree()

    @Test("every test that it names is there")
    func namedTests() throws {
        let files = Dictionary(grouping: try tree.testFiles()) { String($0.split(separator: "/").last ?? "") }
        for line in try tree.text(of: "docs/security.md").split(separator: "\n") where line.hasPrefix("- Test: ") {
            let mentions = line.matches(of: /`(?<suite>[A-Za-z0-9]+)` “(?<test>[^”]+)”/)
            #expect(!mentions.isEmpty, "no test: \(line)")
            for mention in mentions {
                let texts = try (files[mention.suite + ".swift"] ?? []).map(tree.text)
                let isThere = texts.contains { $0.contains("\"\(mention.test)\"") }
                #expect(isThere, "no \(mention.suite).swift has a test “\(mention.test)”")
            }
        }
    }

    @Test("every threat has its four lines, in order")
    func fourLines() throws {
        let sections = try tree.text(of: "docs/security.md").split(separator: "\n### ").dropFirst()
        #expect(sections.count > 15)
        for section in sections {
            let own = section.split(separator: "\n## ")[0]
            let kinds = own.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { $0.prefix { $0 != ":" } }
            #expect(kinds == ["- Defence", "- Remains", "- Check", "- Test"], "\(own.prefix { $0 != "\n" })")
        }
    }
}

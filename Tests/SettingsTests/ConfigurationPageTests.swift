import FoundationEssentials
import Settings
import Testing

@Suite("docs/configuration.md")
struct ConfigurationPageTests {
    private static let root = #filePath.components(separatedBy: "/Tests/")[0]

    private func text() throws -> String {
        try String(contentsOfFile: Self.root + "/docs/configuration.md", encoding: .utf8)
    }

    @Test("has a row for every key, with what it may be and its default, in the order of the table in code")
    func rows() throws {
        let rows = try text().split(separator: "\n").filter { $0.hasPrefix("| `") }
            .map { row in row.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
        try #require(rows.count == SettingKey.allCases.count)
        for (key, row) in zip(SettingKey.allCases, rows) {
            try #require(row.count == 4)
            #expect(row[0] == "`\(key.rawValue)`")
            #expect(row[1] == key.kind.words)
            #expect(row[2] == "`\(key.standard.toml)`")
            if let variable = key.variable { #expect(row[3].contains("`\(variable)`"), "\(key.rawValue)") }
        }
    }

    @Test("its example can be read")
    func example() throws {
        let example = try text().components(separatedBy: "```toml\n")[1].components(separatedBy: "```")[0]
        let place = try TemporaryPlace()
        try Data(example.utf8).write(to: URL(filePath: place.path + "/config.toml"))
        let settings = try Settings(path: place.path + "/config.toml", environment: [:])
        #expect(settings.revealSeconds == 20)
        #expect(settings.columns["functions"] == ["name", "state", "modified"])
    }
}

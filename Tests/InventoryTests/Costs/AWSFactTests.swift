import FoundationEssentials
import Inventory
import Testing

@Suite("Prices and limits")
struct AWSFactTests {
    private static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

    /// Name, and the values of its keys as written: the file has strings and numbers only.
    private static func file() throws -> [(name: String, keys: [String: String])] {
        let data = try #require(FileManager.default.contents(atPath: root + "/Facts/aws.toml"))
        var facts: [(name: String, keys: [String: String])] = []
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                facts.append((String(line.dropFirst().dropLast()), [:]))
            } else if let equals = line.firstRange(of: " = ") {
                var value = line[equals.upperBound...]
                if value.hasPrefix("\"") { value = value.dropFirst().dropLast() }
                facts[facts.count - 1].keys[String(line[..<equals.lowerBound])] = String(value)
            }
        }
        return facts
    }

    @Test("the table is Facts/aws.toml's; otherwise run scripts/generate-aws-facts")
    func stale() throws {
        let file = try Self.file()
        #expect(file.map(\.name) == AWSFact.all.map(\.name))
        for (name, keys) in file {
            let fact = try #require(AWSFact.all.first { $0.name == name })
            #expect(keys["value"].flatMap { Double($0) } == fact.value)
            #expect(keys["unit"] == fact.unit && keys["source"] == fact.source && keys["read"] == fact.read)
        }
    }

    @Test("each says where and when it was read")
    func sources() {
        for fact in AWSFact.all {
            #expect(fact.source.hasPrefix("https://") && fact.read.count == 10 && fact.value > 0, "\(fact.name)")
        }
    }
}

import FoundationEssentials
import Glibc
import Inventory
import Testing

/// Precision and recall on published cases, read from the file that CURTAIN_DETECTION_CASES names (bench/secret_cases.py
/// writes it); the figures are in docs/check.md. Without the file there is nothing to measure.
@Suite("Published secret-detection cases", .enabled(if: getenv("CURTAIN_DETECTION_CASES") != nil))
struct PublishedCases {
    private struct Case: Decodable {
        let origin: String
        let name: String
        let value: String
        let secret: Bool
    }

    @Test("precision and recall")
    func measure() throws {
        let path = try #require(getenv("CURTAIN_DETECTION_CASES").map { String(cString: $0) })
        let data = try #require(FileManager.default.contents(atPath: path))
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        var counts: [String: (found: Int, missed: Int, wrong: Int, right: Int)] = [:]
        for line in lines {
            let one = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
            var value = one.value
            let shape = value.withUTF8 {
                VariableClassification().look(name: one.name, value: UnsafeRawBufferPointer($0)).shape
            }
            for origin in [one.origin, "all"] {
                var count = counts[origin] ?? (0, 0, 0, 0)
                switch (one.secret, shape != nil) {
                case (true, true): count.found += 1
                case (true, false): count.missed += 1
                case (false, true): count.wrong += 1
                case (false, false): count.right += 1
                }
                counts[origin] = count
            }
            if one.secret != (shape != nil), getenv("CURTAIN_DETECTION_TELL") != nil {
                print(one.secret ? "missed" : "wrong ", one.origin, one.name, one.value.prefix(90), shape?.words ?? "")
            }
        }
        for (origin, count) in counts.sorted(by: { $0.key < $1.key }) {
            let precision = Double(count.found) / Double(max(1, count.found + count.wrong))
            let recall = Double(count.found) / Double(max(1, count.found + count.missed))
            print(
                "\(origin): \(count.found + count.missed) secrets, \(count.wrong + count.right) others;",
                "found \(count.found), missed \(count.missed), wrong \(count.wrong);",
                "precision \((precision * 1000).rounded() / 10) %, recall \((recall * 1000).rounded() / 10) %")
        }
        let all = try #require(counts["all"])
        #expect(all.found > 0 && all.right > 0)
    }
}

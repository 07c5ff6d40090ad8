import Operations
import SensitiveMemory
import Testing

@Suite("Generated values")
struct GeneratedValueTests {
    private func text(_ value: GeneratedValue) throws -> String {
        try value.make().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test("every class occurs, nothing excluded does, the length is as asked, no two are the same")
    func classes() throws {
        var seen: Set<String> = []
        for _ in 0..<200 {
            let value = try text(GeneratedValue(length: 12, excluded: "\"@/\\0Oo"))
            #expect(value.utf8.count == 12)
            #expect(value.contains(where: \.isLowercase) && value.contains(where: \.isUppercase))
            #expect(value.contains(where: \.isNumber) && value.contains { !$0.isLetter && !$0.isNumber })
            #expect(!value.contains { "\"@/\\0Oo".contains($0) })
            seen.insert(value)
        }
        #expect(seen.count == 200)
        for _ in 0..<50 {
            #expect(
                try text(GeneratedValue(length: 40, excludesPunctuation: true)).allSatisfy {
                    $0.isLetter || $0.isNumber
                })
        }
    }

    @Test("nothing left to choose from is refused")
    func refused() {
        let all = String(decoding: (0x20...0x7E).map { UInt8($0) }, as: UTF8.self)
        let failure = #expect(throws: OperationFailure.self) { try GeneratedValue(length: 8, excluded: all).make() }
        #expect(failure?.kind == .usage)
    }
}

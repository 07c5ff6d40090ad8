import FoundationEssentials
import SensitiveMemory
import StrictJSON
import Testing

@Suite("Fuzz: JSON")
struct JSONFuzzTests {
    /// Anything, for a reader that is not ours.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                while !list.isAtEnd { _ = try list.decode(Anything.self) }
            } else if let object = try? decoder.container(keyedBy: Key.self) {
                for key in object.allKeys { _ = try object.decode(Anything.self, forKey: key) }
            }
        }

        struct Key: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }

    private func walk(_ node: JSONNode) -> Int {
        switch node.kind {
        case .object: node.members.reduce(1) { $0 + ($1.0.string?.utf8.count ?? 0) + walk($1.1) }
        case .array: node.elements.reduce(1) { $0 + walk($1) }
        case .string: (node.string?.utf8.count ?? 0) + (node.withDecodedBytes(\.count) ?? 0)
        case .number: (node.int ?? 0) & 1 + (node.double == nil ? 1 : 0)
        case .bool, .null: 1
        }
    }

    @Test(
        "what it takes, Foundation takes too; nothing traps; an error tells a place inside",
        arguments: [1, 2, 3, 4] as [UInt64])
    func documents(seed: UInt64) {
        var mutator = Mutator(
            seed: seed,
            [
                #"{"a":[1,-2.5e3,true,null,"xé\n\u00e9\ud83d\ude00"],"b":{"c":""}}"#, "[]", "\"\"", "0", "[[[[1]]]]",
                #"{"seq":1,"time":"2026-11-24T04:36:13.042Z","actor":{"arn":null}}"#
            ],
            words: [
                "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\u0000", "null", "true", "1e999", "-",
                "0", ".",
                ":", ",", " ", "\u{0}", "\u{FEFF}", "\t", "é"
            ])
        for _ in 0..<Mutator.rounds {
            let bytes = mutator.next()
            let parsed = bytes.withUnsafeBytes { bytes in
                Result { () throws(JSONError) in try JSONDocument(copying: bytes) }
            }
            switch parsed {
            case .failure: continue
            case .success(let document):
                #expect(walk(document.root) >= 0)
                #expect(throws: Never.self, "\(String(decoding: bytes, as: UTF8.self))") {
                    try JSONDecoder().decode(Anything.self, from: Data(bytes))
                }
            }
        }
    }
}

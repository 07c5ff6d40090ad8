import SensitiveMemory
import StrictJSON
import Testing

@Suite("JSON nodes")
struct JSONNodeTests {
    @Test("reads every kind, nested, in order")
    func kinds() throws {
        let root = try JSONDocument(#"{"a":[1,-2.5e1,true,null,"x\n\u00e9\ud83d\ude00"],"b":{"c":""},"a2":7}"#).root
        let list = try #require(root["a"])
        #expect(list.elements.map(\.kind) == [.number, .number, .bool(true), .null, .string])
        #expect(Array(list.elements)[1].int == -25)
        #expect(Array(list.elements)[4].string == "x\né😀")
        #expect(root["b"]?["c"]?.string == "")
        #expect(root.members.map(\.key.string) == ["a", "b", "a2"])
        #expect(root["zzz"] == nil)
    }

    @Test("a string goes straight into SecretBytes")
    func secret() throws {
        let node = try JSONDocument(#"["p\u0040ss\\"]"#).root.elements.first { _ in true }
        let secret = try #require(try node?.secretBytes())
        #expect(secret.withUnsafeBytes { Array($0) } == Array("p@ss\\".utf8))
    }

    @Test(
        "refuses what is not JSON and says where",
        arguments: [
            ("", JSONError(.unexpectedEnd, at: 0)), ("[1,]", JSONError(.unexpectedCharacter, at: 3)),
            ("{\"a\" 1}", JSONError(.unexpectedCharacter, at: 5)),
            ("[\"\u{1}\"]", JSONError(.controlCharacterInString, at: 2)),
            ("01", JSONError(.trailingCharacters, at: 1)), ("[\"\\x\"]", JSONError(.badEscape, at: 2)),
            ("[1", JSONError(.unexpectedEnd, at: 2)), ("nul", JSONError(.unexpectedEnd, at: 3)),
            ("1.", JSONError(.badNumber, at: 2))
        ])
    func refuses(text: String, expected: JSONError) {
        #expect(throws: expected) { try JSONDocument(text) }
    }
}

import SensitiveMemory
import StrictJSON
import Testing

@Suite("One member of a text is set, the rest stays byte for byte")
struct SettingMemberTests {
    private func set(_ text: String, _ string: String?, _ tokens: [String] = ["a"]) throws -> String? {
        try JSONDocument(text).setting(string, of: "M", in: JSONPointer(tokens: tokens)).map { bytes in
            bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        "set, changed and taken away again",
        arguments: [
            (#"{"a":{}}"#, #"{"a":{"M":"v"}}"#), (#"{ "a" : { "x" : 1 } }"#, #"{ "a" : {"M":"v", "x" : 1 } }"#),
            ("{\"a\": {\n  \"x\": [1, {\"b\": \",\"}]\n}}", "{\"a\": {\"M\":\"v\",\n  \"x\": [1, {\"b\": \",\"}]\n}}")
        ])
    func thereAndBack(before: String, after: String) throws {
        #expect(try set(before, "v") == after)
        #expect(try set(after, nil) == before)
        #expect(try set(after, "w") == after.replacing("\"v\"", with: "\"w\""))
        #expect(try set(before, nil) == before)
    }

    @Test("the last of several goes with the comma before it")
    func last() throws {
        #expect(try set(#"{"a":{"x":1, "M" : "v" }}"#, nil) == #"{"a":{"x":1 }}"#)
        #expect(try set(#"{"a":{"x":1,"M":"v","y":2}}"#, nil) == #"{"a":{"x":1,"y":2}}"#)
    }

    @Test("what needs it is escaped; where there is no object nothing is done")
    func others() throws {
        #expect(try set(#"{"a":{}}"#, "\"\\\n") == #"{"a":{"M":"\"\\\n"}}"#)
        #expect(try set(#"{"a":[]}"#, "v") == nil)
        #expect(try set(#"{"b":{}}"#, "v") == nil)
    }
}

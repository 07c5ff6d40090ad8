import SensitiveMemory
import StrictJSON
import Testing

@Suite("A member of a JSON text added or taken away")
struct JSONMembersTests {
    private func text(_ value: SecretBytes?) -> String? {
        value?.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    private func added(_ json: String, _ pointer: String, _ new: String) throws -> String? {
        var new = new
        let secret = try new.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        return text(try JSONDocument(json).adding(JSONPointer(pointer), string: secret))
    }

    private func removed(_ json: String, _ pointer: String) throws -> String? {
        text(try JSONDocument(json).removing(JSONPointer(pointer)))
    }

    @Test("added behind the others, its name and text escaped")
    func adding() throws {
        #expect(try added("{}", "/a", "x") == #"{"a":"x"}"#)
        #expect(try added(#"{ "a" : 1 }"#, "/b\"", "n\"\n") == #"{ "a" : 1 ,"b\"":"n\"\n"}"#)
        #expect(try added(#"{"a":{"b":[]}}"#, "/a/c", "") == #"{"a":{"b":[],"c":""}}"#)
        #expect(try added(#"{"a":1}"#, "/a", "x") == nil)
        #expect(try added(#"{"a":[]}"#, "/a/0", "x") == nil)
        #expect(try added(#"{"a":1}"#, "/b/c", "x") == nil)
        #expect(try added("[]", "", "x") == nil)
    }

    @Test("taken away with its comma, wherever it stands")
    func removing() throws {
        #expect(try removed(#"{"a":1,"b":"x","c":{}}"#, "/a") == #"{"b":"x","c":{}}"#)
        #expect(try removed(#"{"a":1 , "b":"x","c":{}}"#, "/b") == #"{"a":1,"c":{}}"#)
        #expect(try removed(#"{"a":1,"b":"x","c":{}}"#, "/c") == #"{"a":1,"b":"x"}"#)
        #expect(try removed(#"{ "a":1 }"#, "/a") == "{  }")
        #expect(try removed(#"{"a":1}"#, "/b") == nil)
        #expect(try removed("[1]", "/0") == nil)
        #expect(try removed(#"{"a":1}"#, "") == nil)
    }
}

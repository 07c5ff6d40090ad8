import StrictJSON
import Testing

@Suite("JSON pointers")
struct JSONPointerTests {
    /// The document of RFC 6901, section 5.
    static let document = #"""
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}
        """#

    @Test(
        "finds what RFC 6901 says each of its examples finds",
        arguments: [
            ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4), ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7),
            ("/m~0n", 8)
        ])
    func examples(text: String, expected: Int) throws {
        #expect(try JSONDocument(Self.document).root.at(JSONPointer(text))?.int == expected)
    }

    @Test("the empty pointer is the whole, an index an element")
    func wholeAndElement() throws {
        let root = try JSONDocument(Self.document).root
        #expect(root.at(try JSONPointer(""))?.kind == .object)
        #expect(root.at(try JSONPointer("/foo"))?.kind == .array)
        #expect(root.at(try JSONPointer("/foo/0"))?.string == "bar")
        #expect(root.at(try JSONPointer("/foo/1"))?.string == "baz")
    }

    @Test(
        "what is not there is nil",
        arguments: [
            "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/", "/fo", "/foo/0/0", "/foo/9999999999999999999"
        ])
    func absent(text: String) throws {
        #expect(try JSONDocument(Self.document).root.at(JSONPointer(text))?.kind == nil)
    }

    @Test(
        "refuses what is no pointer",
        arguments: [
            ("foo", JSONPointer.Invalid.doesNotBeginWithSlash), ("/a~", .badEscape), ("/a~2", .badEscape),
            ("#/foo", .doesNotBeginWithSlash)
        ])
    func refuses(text: String, expected: JSONPointer.Invalid) {
        #expect(throws: expected) { try JSONPointer(text) }
    }

    @Test("is printed as it is read", arguments: ["", "/", "/a~1b/m~0n/0", "//x", "/~01"])
    func roundTrip(text: String) throws {
        #expect(try JSONPointer(text).description == text)
        #expect(try JSONPointer("/~01").tokens == ["~1"])
    }
}

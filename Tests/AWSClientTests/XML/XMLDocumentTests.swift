import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("The XML reader")
struct XMLDocumentTests {
    private func parse(_ text: String) throws(XMLError) -> XMLDocument {
        let buffer = WipedBuffer()
        buffer.append(text: text)
        return try XMLDocument(parsing: buffer)
    }

    @Test("an answer of the Query protocol")
    func answer() throws {
        let root = try parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <r:AssumeRoleResponse xmlns:r="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleResult><Credentials><SecretAccessKey>a&amp;b&#x2F;c<![CDATA[&amp;]]></SecretAccessKey></Credentials>
                <List><member>1</member><member> 2 </member><other/></List><Empty/></AssumeRoleResult>
            </r:AssumeRoleResponse>
            """
        ).root
        #expect(root.name == "AssumeRoleResponse")
        let result = try #require(root["AssumeRoleResult"])
        let key = try #require(result["Credentials"]?["SecretAccessKey"])
        #expect(key.string == "a&b/c&amp;")
        #expect(try key.secretBytes().withUnsafeBytes { Array($0) } == Array("a&b/c&amp;".utf8))
        #expect(result["List"]?.elements().map(\.string) == ["1", " 2 "])
        #expect(result["Empty"]?.string == "")
        #expect(result["Missing"] == nil)
    }

    @Test(
        "what is not well formed, or could be an attack, is refused",
        arguments: [
            ("", XMLError.Reason.noRoot), ("<a>", .unexpectedEnd), ("<a></b>", .mismatchedTag),
            ("</a>", .mismatchedTag),
            ("<a/><b/>", .trailingElement), ("<a/>x", .textOutsideRoot), ("x<a/>", .textOutsideRoot),
            ("<a>&nbsp;</a>", .badReference), ("<a>&#0;</a>", .badReference), ("<a>& </a>", .badReference),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", .forbidden), ("<a b></a>", .badAttribute),
            ("<a b='1'c='2'/>", .badAttribute), ("<a b=\"<\"/>", .badAttribute), ("<1/>", .badName),
            ("<a", .unexpectedEnd),
            ("<a><!-- ", .unexpectedEnd), ("<a><![CDATA[x", .unexpectedEnd)
        ])
    func refused(text: String, reason: XMLError.Reason) {
        let error = #expect(throws: XMLError.self) { try parse(text) }
        #expect(error?.reason == reason)
    }

    @Test("depth is bounded")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 128) + String(repeating: "</a>", count: 128)
        _ = try parse(deep)
        let deeper = "<a>" + deep + "</a>"
        #expect(throws: XMLError(.tooDeep, at: 384)) { try parse(deeper) }
    }

    @Test("no prefix of a document crashes the reader")
    func prefixes() throws {
        let text = "<?xml version='1.0'?><a b=\"c\"><d>&lt;&#65;</d><![CDATA[x]]><!-- y --></a>"
        for length in 0..<text.utf8.count {
            #expect(throws: XMLError.self) { try parse(String(text.prefix(length))) }
        }
        _ = try parse(text)
    }
}

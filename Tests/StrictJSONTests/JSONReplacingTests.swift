import SensitiveMemory
import StrictJSON
import Testing

@Suite("One string of a JSON text replaced")
struct JSONReplacingTests {
    private func replaced(_ text: String, _ pointer: String, _ new: String) throws -> String? {
        var new = new
        let secret = try new.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        let result = try JSONDocument(text).replacing(JSONPointer(pointer), with: secret)
        return result?.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test("everything else stays as it was, byte for byte")
    func rest() throws {
        let text = "{ \"user\" : \"a\\u0062\",\n  \"password\":\"old\" , \"port\": 5432e0 }"
        #expect(
            try replaced(text, "/password", "n\"e\\w\n\u{1}é")
                == "{ \"user\" : \"a\\u0062\",\n  \"password\":\"n\\\"e\\\\w\\n\\u0001é\" , \"port\": 5432e0 }")
        #expect(
            try replaced(text, "/port", "x") == "{ \"user\" : \"a\\u0062\",\n  \"password\":\"old\" , \"port\": \"x\" }"
        )
        #expect(try replaced(#"{"a":[{"b":"c"}]}"#, "/a/0/b", "") == #"{"a":[{"b":""}]}"#)
        #expect(try replaced(#"{"a":"b"}"#, "/c", "x") == nil)
    }
}

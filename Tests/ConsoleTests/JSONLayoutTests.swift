import Testing

@testable import Console

@Suite("JSON over many lines")
struct JSONLayoutTests {
    @Test("members stand on lines of their own, empty ones stay together, and strings are left alone")
    func lines() {
        let text = #"{"a":1,"b":[],"c":{"d":"x,{y}: \" z"},"e":[true,null]}"#
        #expect(
            JSONLayout.lines(text) == [
                "{", #"  "a": 1,"#, #"  "b": [],"#, #"  "c": {"#, #"    "d": "x,{y}: \" z""#, "  },", #"  "e": ["#,
                "    true,", "    null", "  ]", "}"
            ])
        #expect(JSONLayout.lines("{}") == ["{}"])
    }
}

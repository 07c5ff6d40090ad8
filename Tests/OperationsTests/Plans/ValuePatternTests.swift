import Operations
import SensitiveMemory
import Testing

@Suite("Values after a pattern")
struct ValuePatternTests {
    @Test(
        "each place has what the pattern says",
        arguments: [
            (#"sk_live_[A-Za-z0-9]{32}"#, #"^sk_live_[A-Za-z0-9]{32}$"#), (#"\d{12}"#, #"^\d{12}$"#),
            (#"[0-9A-F]{4}-[0-9A-F]{4}"#, #"^[0-9A-F]{4}-[0-9A-F]{4}$"#), (#"a\{\w\w\w\w\w\w"#, #"^a\{\w{6}$"#),
            (#"[-._]{4}[\]\\]{4}"#, #"^[-._]{4}[\]\\]{4}$"#)
        ])
    func made(pattern: String, expression: String) throws {
        let value = GeneratedValue(try ValuePattern(pattern))
        let regex = try Regex(expression)
        var seen: Set<String> = []
        for _ in 0..<50 {
            let text = try value.make().withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            #expect(text.wholeMatch(of: regex) != nil, "\(pattern)")
            #expect(text.utf8.count == value.length)
            seen.insert(text)
        }
        #expect(seen.count > 40)
    }

    @Test(
        "what is no pattern is named",
        arguments: [
            ("", "outside of"), ("abc", "outside of"), ("abcdefgh", "chance"), ("[a-z", "not closed"),
            ("[z-a]{9}", "ends before"), ("[]{9}", "empty"), ("{3}abcdefgh", "something before"),
            ("a{0}bcdefghi", "number from 1"), ("[a-z]{5000}", "outside of"),
            ("[a-z]{9223372036854775807}", "outside of"),
            ("[a-z]{8}é", "ASCII"),
            (#"[a-z]{8}\"#, "backslash")
        ])
    func refused(pattern: String, words: String) {
        let invalid = #expect(throws: ValuePattern.Invalid.self) { try ValuePattern(pattern) }
        #expect(invalid?.description.contains(words) == true, "\(invalid?.description ?? "")")
    }

    @Test("pattern and maker are in the plan's file and come back")
    func file() throws {
        for value in [
            GeneratedValue(try ValuePattern(#"x-\d{12}"#)), GeneratedValue(length: 20, isByService: true)
        ] {
            var plan = SamplePlan.make()
            plan.recipe = .generated(value)
            #expect(try Plan(json: plan.json).recipe == .generated(value))
        }
    }
}

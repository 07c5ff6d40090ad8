import Settings
import Testing

@Suite("Name patterns")
struct NamePatternTests {
    @Test(
        "star and question mark",
        arguments: [
            ("*prod*", "my-Prod-1", true), ("*prod*", "pro", false), ("prod", "prod", true), ("prod", "prod2", false),
            ("p?d", "pod", true), ("p?d", "pd", false), ("*", "", true), ("", "", true), ("", "a", false),
            ("a*b*c", "aXbXbc", true), ("a*b*c", "acb", false), ("**a", "ba", true)
        ])
    func matches(pattern: String, name: String, expected: Bool) {
        #expect(NamePattern(pattern).matches(name) == expected)
    }
}

import ForeignText
import Testing

@Suite("Foreign text")
struct ForeignTextTests {
    @Test(
        "what a terminal would act on becomes its name",
        arguments: [
            ("plain é 漢字", "plain é 漢字"), ("\u{1B}[2J", "<U+001B>[2J"), ("a\rb", "a<U+000D>b"),
            ("\u{202E}abc", "<U+202E>abc"), ("x\u{200B}y", "x<U+200B>y"), ("\u{9B}1m", "<U+009B>1m"),
            ("t\u{E0041}", "t<U+E0041>")
        ])
    func visible(text: String, expected: String) {
        #expect(ForeignText.visible(text) == expected)
    }
}

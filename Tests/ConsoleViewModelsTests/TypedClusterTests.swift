import ConsoleViewModels
import TerminalCanvas
import Testing

@Suite("Typing what is made of several scalars")
struct TypedClusterTests {
    /// A terminal sends one scalar after the other, whatever they make together.
    private func typed(_ text: String) -> TextField {
        var field = TextField()
        for scalar in text.unicodeScalars { _ = field.handle(.character(Character(scalar))) }
        return field
    }

    @Test(
        "a mark joins the letter before it: one step, one deletion",
        arguments: [("e\u{301}", 1), ("ne\u{301}e", 3), ("한", 1), ("\u{1112}\u{1161}\u{11AB}", 1), ("🇩🇪", 1), ("👍🏽", 1)])
    func joins(text: String, count: Int) {
        var field = typed(text)
        #expect(field.text.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(field.cursor == count)
        for _ in 0..<count { _ = field.handle(.backspace) }
        #expect(field.isEmpty && field.cursor == 0)
    }

    @Test("a mark typed in the middle joins what is before the cursor")
    func middle() {
        var field = typed("abc")
        _ = field.handle(.left)
        _ = field.handle(.character("\u{308}"))
        #expect(field.text == "ab\u{308}c")
        #expect(field.cursor == 2)
        _ = field.handle(.backspace)
        #expect(field.text == "ac")
    }

    @Test("the field is never longer than its room, whatever is joined to its last letter")
    func room() {
        var field = TextField(limit: 3)
        for _ in 0..<9 { _ = field.handle(.character("x")) }
        #expect(field.text == "xxx")
        _ = field.handle(.character("\u{301}"))
        #expect(field.text == "xxx\u{301}")
    }
}

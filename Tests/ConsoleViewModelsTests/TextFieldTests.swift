import ConsoleViewModels
import TerminalCanvas
import Testing

@Suite("A line that is typed")
struct TextFieldTests {
    @Test(
        "editing keys",
        arguments: [
            ([Key.character("a"), .character("b"), .left, .character("c")], "acb"),
            ([.character("a"), .character("b"), .backspace], "a"), ([.backspace], ""),
            ([.character("a"), .home, .delete], ""),
            ([.character("a"), .character(" "), .character("b"), .control("w")], "a "),
            ([.character("a"), .character("b"), .left, .control("u")], "b"),
            ([.character("a"), .character("b"), .home, .control("k")], ""),
            ([.character("x"), .control("a"), .character("y"), .control("e"), .character("z")], "yxz")
        ])
    func editing(keys: [Key], expected: String) {
        var field = TextField()
        for key in keys {
            let taken = field.handle(key)
            #expect(taken)
        }
        #expect(field.text == expected)
    }

    @Test("other keys are left to others", arguments: [Key.enter, .escape, .tab, .up, .function(1), .control("q")])
    func others(key: Key) {
        var field = TextField("a")
        let taken = field.handle(key)
        #expect(!taken)
        #expect(field.text == "a")
    }

    @Test("a paste becomes one line without controls")
    func paste() {
        var field = TextField()
        field.paste(Array("a\nb\tc\u{1B}[31m\u{202E}d\r\ne".utf8))
        #expect(field.text == "a b c[31md e")
    }

    @Test("it never grows beyond its limit")
    func limit() {
        var field = TextField(limit: 3)
        field.paste(Array("abcdef".utf8))
        _ = field.handle(.character("g"))
        #expect(field.text == "abc")
    }
}

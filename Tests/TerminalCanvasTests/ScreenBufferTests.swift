import TerminalCanvas
import Testing

@Suite("Screen buffer")
struct ScreenBufferTests {
    @Test("text is cut at its width, with or without an ellipsis")
    func clips() {
        let screen = ScreenBuffer(rows: 2, columns: 10)
        #expect(screen.write("payments-api", row: 0, column: 1, width: 5) == 5)
        #expect(screen.write("payments-api", row: 1, column: 1, width: 5, clipping: .ellipsis) == 5)
        #expect(screen.text == " payme\n paym…")
    }

    @Test("a wide character is never split, neither at the edge nor by what is drawn over it")
    func wideCharacters() {
        let screen = ScreenBuffer(rows: 3, columns: 6)
        #expect(screen.write("漢字漢字", row: 0, column: 0, width: 5) == 4)
        #expect(screen.write("漢字漢字", row: 1, column: 0, width: 6, clipping: .ellipsis) == 5)
        screen.write("漢字", row: 2, column: 0)
        screen.write("x", row: 2, column: 1)
        #expect(screen.text == "漢字\n漢字…\n x字")
        screen.write("x", row: 2, column: 2)
        #expect(screen.text(row: 2) == " xx   ")
    }

    @Test("nothing that a terminal obeys reaches a cell")
    func hostileText() {
        let screen = ScreenBuffer(rows: 1, columns: 60)
        screen.write("a\u{1B}[2Jb\r\n\u{202E}c\u{9B}\u{200B}", row: 0, column: 0)
        #expect(screen.text == "a<U+001B>[2Jb<U+000D><U+000A><U+202E>c<U+009B><U+200B>")
    }

    @Test("marks stay on their base; one too many is named")
    func marks() {
        let screen = ScreenBuffer(rows: 1, columns: 40)
        #expect(screen.write("e\u{301}\u{302}\u{303}\u{304}x", row: 0, column: 0) == 10)
        #expect(screen.text == "e\u{301}\u{302}\u{303}<U+0304>x")
        #expect(screen[0, 0].mark3 == 0x303)
    }

    @Test("drawing outside the screen is left out")
    func outside() {
        let screen = ScreenBuffer(rows: 2, columns: 4)
        #expect(screen.write("x", row: 2, column: 0) == 0)
        #expect(screen.write("x", row: -1, column: 0) == 0)
        #expect(screen.write("x", row: 0, column: 4) == 0)
        #expect(screen.write("xyz", row: 0, column: 3) == 1)
        screen.fill(ScreenArea(row: -3, column: -3, rows: 99, columns: 99), role: .surface, with: ".")
        screen.box(ScreenArea(row: 0, column: 2, rows: 9, columns: 9))
        screen.setRole(.selection, row: 5, columns: 0..<9)
        #expect(screen.text == "..┌─\n..│.")
    }

    @Test("a frame shows its title and tells roles")
    func frames() {
        let screen = ScreenBuffer(rows: 3, columns: 20, glyphs: .ascii)
        screen.box(ScreenArea(row: 0, column: 0, rows: 3, columns: 20), title: "Functions 1-16 of 353")
        screen.write("payments-api", row: 1, column: 2)
        screen.setRole(.selection, row: 1, columns: 1..<19)
        screen.cursor = CursorPosition(row: 1, column: 1)
        #expect(
            screen.frame == """
                +- Functions 1-1> -+
                | payments-api     |
                +------------------+
                --- roles
                0: border 0-2, title 3-16, border 17-19
                1: border 0-0, selection 1-18, border 19-19
                2: border 0-19
                cursor 1 1
                """)
    }

    @Test("cells of a value never leave as text")
    func values() {
        let screen = ScreenBuffer(rows: 1, columns: 20)
        var canary = "CANARY\u{FE0F}".unicodeScalars.makeIterator()
        #expect(screen.writeScalars(row: 0, column: 2, width: 7, clipping: .ellipsis) { canary.next() } == 7)
        #expect(screen.text == "  ▒▒▒▒▒▒▒")
        #expect(screen.roles(row: 0) == "revealed 2-8 sensitive")
        #expect(screen[0, 2].base == 0x43)
        #expect(screen.hasSensitiveCells)
        screen.wipe()
        #expect(!screen.hasSensitiveCells)
        #expect(screen[0, 2] == .blank())
    }
}

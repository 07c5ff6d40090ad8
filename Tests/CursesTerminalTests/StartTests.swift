import CursesTerminal
import Glibc
import TerminalCanvas
import Testing

extension TerminalSuites {
    @Suite("Starting and stopping") @MainActor
    struct StartTests {
        @Test(
            "every terminal of the list starts, and those without an entry borrow one",
            arguments: [
                ("xterm-256color", "xterm-256color", ColourDepth.indexed256),
                ("tmux-256color", "tmux-256color", .indexed256),
                ("screen", "screen", .ansi16), ("screen-256color", "screen-256color", .indexed256),
                ("linux", "linux", .ansi16), ("vt100", "vt100", .mono), ("xterm-mono", "xterm-mono", .mono),
                ("xterm-nonsense", "xterm-256color", .indexed256), ("foot-nonsense", "xterm-256color", .indexed256),
                ("tmux-nonsense", "screen-256color", .indexed256)
            ])
        func starts(name: String, entry: String, depth: ColourDepth) throws {
            let window = try FakeTerminal(name)
            defer { window.end() }
            let terminal = try window.start()
            #expect(terminal.terminfoName == entry)
            #expect(terminal.colours.depth == depth)
            #expect((terminal.rows, terminal.columns) == (24, 80))
            #expect(window.settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == 0)
            terminal.stop()
            terminal.stop()
            #expect(window.settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG))
        }

        @Test(
            "what cannot be drawn on is refused in one line",
            arguments: [
                ("dumb", TerminalStartError.cannotAddressCursor("dumb")),
                ("no-such-terminal", .unknown("no-such-terminal")),
                ("", .noName)
            ])
        func refuses(name: String, error: TerminalStartError) throws {
            let window = try FakeTerminal(name)
            defer { window.end() }
            #expect(throws: error) { try window.start() }
            #expect(window.takePainted() == "")
            #expect(!error.description.contains("\n"))
        }

        @Test("a pipe is refused")
        func pipes() {
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            defer { for end in ends { close(end) } }
            var options = CursesTerminal.Options { _ in "xterm" }
            options.input = ends[0]
            options.output = ends[1]
            #expect(throws: TerminalStartError.notATerminal) { try CursesTerminal(options) }
        }

        @Test("modes that were switched on are switched off again")
        func modes() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            let started = window.takePainted()
            for mode in ["[?2004h", "[?1004h", "]2;curtain\u{07}", "[?1000l"] { #expect(started.contains(mode)) }
            terminal.stop()
            let stopped = window.takePainted()
            for mode in ["[?2004l", "[?1004l", "[23;0t", "[?1049l"] { #expect(stopped.contains(mode)) }
        }

        @Test("the terminal's answers are taken, and keys typed meanwhile are kept")
        func answers() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            window.type("jq\u{1B}[A")
            let terminal = try window.start()
            defer { terminal.stop() }
            #expect(terminal.background == RGBColour(hex: 0xFDF6E3))
            #expect(terminal.synchronises)
            #expect(
                TerminalSuites.events(of: terminal, count: 2).prefix(2) == [
                    .key(.character("j")), .key(.character("q"))
                ])
        }

        @Test("a silent terminal is not waited for longer than its time, and a late answer is no key")
        func lateAnswers() throws {
            let window = try FakeTerminal(answers: .init(background: nil, synchronisedOutput: nil, attributes: nil))
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            #expect(terminal.background == nil)
            #expect(!terminal.synchronises)
            window.type("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?62;22cx")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.key(.character("x"))])
            #expect(terminal.background == .black)
            #expect(terminal.synchronises)
        }

        @Test("a console without signs gets ASCII, and so does a locale without them")
        func glyphs() throws {
            for (name, locale, glyphs) in [
                ("linux", "C.UTF-8", GlyphSet.ascii), ("xterm-256color", "", .unicode),
                ("xterm-256color", "C.UTF-8", .unicode)
            ] {
                let window = try FakeTerminal(name)
                let terminal = try window.start(environment: ["LANG": locale])
                #expect(terminal.glyphs == glyphs)
                terminal.stop()
                window.end()
            }
        }
    }
}

import CursesTerminal
import Glibc
import TerminalCanvas
import Testing

extension TerminalSuites {
    @Suite("Keys and pastes") @MainActor
    struct InputTests {
        @Test(
            "keys by their names",
            arguments: [
                ("j", .character("j")), ("é", .character("é")), ("漢", .character("漢")), ("\r", .enter), ("\t", .tab),
                ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{1B}", .escape), ("\u{03}", .control("c")),
                ("\u{1C}", .control("\\")), ("\u{1A}", .control("z")), ("\u{1B}OA", .up), ("\u{1B}[B", .down),
                ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[2~", .insert),
                ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}OF", .end), ("\u{1B}[Z", .backTab),
                ("\u{1B}OP", .function(1)),
                ("\u{1B}[15~", .function(5)), ("\u{1B}[1;2D", .shiftLeft), ("\u{1B}[1;2C", .shiftRight),
                ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown)
            ] as [(String, Key)])
        func keys(bytes: String, key: Key) throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            window.type(bytes)
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.key(key)])
            #expect(terminal.readEvents().isEmpty)
        }

        @Test("a paste is one event, whatever is in it, and presses no key", arguments: ["xterm-256color", "screen"])
        func paste(name: String) throws {
            let window = try FakeTerminal(name)
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            window.type("a\u{1B}[200~x\rQ\u{03}é\u{1B}[201~b")
            #expect(
                TerminalSuites.events(of: terminal, count: 3) == [
                    .key(.character("a")), .paste(Array("x\rQ\u{03}é".utf8)), .key(.character("b"))
                ])
        }

        @Test("a paste of 64 KB in pieces is one event")
        func longPaste() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let text = String(repeating: "0123456789abcdef", count: 4096)
            var events: [TerminalEvent] = []
            window.type("\u{1B}[200~")
            for start in stride(from: 0, to: text.utf8.count, by: 1024) {
                window.type(String(text.dropFirst(start).prefix(1024)))
                events += terminal.readEvents()
            }
            window.type("\u{1B}[201~")
            events += TerminalSuites.events(of: terminal, count: 1)
            #expect(events == [.paste(Array(text.utf8))])
        }

        @Test("Ctrl-C breaks a paste off that never ends")
        func endlessPaste() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            window.type("\u{1B}[200~rm")
            usleep(20000)
            #expect(terminal.readEvents().isEmpty)
            window.type("\u{03}")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.key(.control("c"))])
        }

        @Test("focus in and out are told")
        func focus() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            window.type("\u{1B}[O")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.focus(false)])
            window.type("\u{1B}[I")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.focus(true)])
        }

        @Test("an answer or a key nobody knows presses nothing")
        func unknownSequences() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            window.type("\u{1B}[57414u\u{1B}[>41;354;0c\u{1B}P1$r0m\u{1B}\\\u{1B}]52;c;Y3VydGFpbg==\u{07}k")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.key(.character("k"))])
        }

        @Test("a new size is told once")
        func resize() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            #expect(terminal.resize() == nil)
            window.resize(rows: 50, columns: 200)
            #expect(terminal.resize() == .resized(rows: 50, columns: 200))
            #expect((terminal.rows, terminal.columns) == (50, 200))
            #expect(terminal.resize() == nil)
        }

        @Test("a terminal that hangs up is told once, and stopping is still possible")
        func lost() throws {
            let window = try FakeTerminal()
            let terminal = try window.start()
            window.hangUp()
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.lost])
            #expect(terminal.readEvents().isEmpty)
            terminal.stop()
        }
    }
}

import CursesTerminal
import Glibc
import TerminalCanvas
import Testing

extension TerminalSuites {
    @Suite("Drawing") @MainActor
    struct DrawingTests {
        private static let theme = Theme.builtIn("catppuccin-mocha") ?? .mono

        /// A list of 21 rows with one selected.
        private func list(selected: Int, on screen: ScreenBuffer) {
            screen.clear()
            screen.write(" prod 4821 eu-west-1 RW MASKED", row: 0, column: 0, width: 80, role: .header)
            for row in 1..<22 {
                screen.write(
                    "   payments-\(row)          12   3   4  lit+sm   412d  !   Active   H stale", row: row, column: 0)
                if row == selected { screen.setRole(.selection, row: row, columns: 0..<screen.columns) }
            }
            screen.cursor = CursorPosition(row: selected, column: 1)
        }

        @Test("a frame reaches the terminal; the same frame again costs nothing")
        func paints() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            list(selected: 3, on: screen)
            _ = window.takePainted()
            terminal.draw(screen, theme: DrawingTests.theme)
            let first = window.takePainted()
            #expect(first.contains("payments-21"))
            #expect(terminal.synchronises)
            #expect(first.hasPrefix("\u{1B}[?2026h"), "\(first.prefix(40).debugDescription)")
            #expect(first.hasSuffix("\u{1B}[?2026l"))
            terminal.draw(screen, theme: DrawingTests.theme)
            #expect(window.takePainted() == "")
        }

        @Test(
            "moving the cursor by a row paints at most 350 bytes",
            arguments: ["xterm-256color", "tmux-256color", "screen"])
        func thrift(name: String) throws {
            let window = try FakeTerminal(name)
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            list(selected: 3, on: screen)
            terminal.draw(screen, theme: DrawingTests.theme)
            for row in 4..<20 {
                list(selected: row, on: screen)
                _ = window.takePainted()
                terminal.draw(screen, theme: DrawingTests.theme)
                let painted = window.takePainted()
                #expect(painted.utf8.count <= 350, "\(painted.utf8.count) bytes")
                #expect(painted.contains("payments-\(row)"))
            }
        }

        @Test("what a terminal would obey never leaves, whatever is drawn")
        func hostile() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            let texts = [
                "\u{1B}]52;c;AAAA\u{07}", "\u{1B}P$q\u{1B}\\", "\u{1B}[2J", "a\rb\nc\td\u{08}e",
                "\u{9B}31m\u{9D}0;x\u{9C}",
                "\u{202E}live\u{2066}", "\u{200B}\u{FEFF}\u{E0041}\u{7F}\u{0}",
                "e" + String(repeating: "\u{301}", count: 40)
            ]
            for (row, text) in texts.enumerated() { screen.write(text, row: row, column: 0) }
            screen[20, 0] = Cell(base: 0x1B, role: .text)
            screen[20, 1] = Cell(base: 0x9B, role: .text)
            screen[20, 2] = Cell(base: 0xD800, role: .text)
            screen[20, 3] = Cell(base: 0x202E, role: .text)
            _ = window.takePainted()
            terminal.draw(screen, theme: .mono)
            let painted = window.takePainted()
            #expect(painted.contains("<U+001B>]52;c;AAAA<U+0007>"))
            #expect(painted.contains("<U+202E>live<U+2066>"))
            for bad in [
                "\u{1B}]", "\u{1B}P", "\u{9B}", "\u{9D}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{7F}",
                "\u{0}"
            ] {
                #expect(!painted.unicodeScalars.hold(bad), "\(bad.debugDescription)")
            }
        }

        @Test("wide characters, marks and emoji keep the columns behind them in their place")
        func aligned() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            for (row, text) in ["漢字-api", "e\u{301}te\u{301}", "🚀 launch", "한국어", "\u{1FAE8}", "עברית"].enumerated() {
                screen.write(text, row: row, column: 0)
                screen.write("|", row: row, column: 20)
            }
            terminal.draw(screen, theme: .mono)
            let painted = window.takePainted()
            for text in ["漢字-api", "e\u{301}te\u{301}", "🚀 launch", "한국어", "עברית"] { #expect(painted.contains(text)) }
        }

        @Test(
            "a revealed value is in no byte of the process once it is overwritten, or another frame is drawn",
            arguments: [true, false])
        func overwritten(explicitly: Bool) throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            // Made at run time and turned around, so that the only whole copies are those that are looked for.
            let seed = MemoryScan.canary()
            defer { seed.deallocate() }
            list(selected: 3, on: screen)
            terminal.draw(screen, theme: .mono)
            // More changes before it in the row, so that the value stands farther back in the output buffer than
            // what is painted over it.
            screen.write(String(repeating: "-", count: 50), row: 22, column: 0)
            var place = 0
            screen.writeScalars(row: 22, column: 52) {
                defer { place += 1 }
                return place < seed.count ? Unicode.Scalar(seed[place] ^ 0xFF) : nil
            }
            terminal.draw(screen, theme: .mono)
            window.forgetPainted()
            // The scan must be able to find it, in the cells of ncurses and in ours.
            #expect(MemoryScan.copies(of: seed, stride: 1) > 0)
            #expect(MemoryScan.copies(of: seed, stride: 28) > 0)
            #expect(MemoryScan.copies(of: seed, stride: MemoryLayout<Cell>.stride) > 0)
            screen.wipe()
            if explicitly { terminal.overwriteSensitive() } else { terminal.draw(screen, theme: .mono) }
            window.forgetPainted()
            #expect(MemoryScan.copies(of: seed, stride: 28) == 0)
            #expect(MemoryScan.copies(of: seed, stride: MemoryLayout<Cell>.stride) == 0)
            #expect(MemoryScan.copies(of: seed, stride: 4) == 0)
            #expect(MemoryScan.copies(of: seed, stride: 1) == 0)
        }

        @Test("what was revealed is gone from the terminal too, before the call returns")
        func overwrittenOnTheTerminal() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            var canary = "CANARY-0123456789".unicodeScalars.makeIterator()
            screen.writeScalars(row: 5, column: 10) { canary.next() }
            terminal.draw(screen, theme: .mono)
            #expect(window.takePainted().contains("CANARY-0123456789"))
            terminal.overwriteSensitive()
            #expect(!window.takePainted().isEmpty)
            terminal.overwriteSensitive()
            #expect(window.takePainted().isEmpty)
        }

        @Test("suspending gives the terminal back, resuming takes it and paints all")
        func suspends() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            let screen = ScreenBuffer(rows: 24, columns: 80)
            list(selected: 3, on: screen)
            terminal.draw(screen, theme: DrawingTests.theme)
            _ = window.takePainted()
            var echoes = false
            terminal.suspend { echoes = window.settings.c_lflag & tcflag_t(ECHO) != 0 }
            #expect(echoes)
            let left = window.takePainted()
            #expect(left.contains("\u{1B}[?1049l") && left.contains("\u{1B}[?2004l"))
            #expect(!terminal.isActive && terminal.readEvents().isEmpty)
            window.resize(rows: 30, columns: 90)
            #expect(terminal.resume() == .resized(rows: 30, columns: 90))
            #expect(window.settings.c_lflag & tcflag_t(ECHO) == 0)
            let larger = ScreenBuffer(rows: 30, columns: 90)
            list(selected: 3, on: larger)
            terminal.draw(larger, theme: DrawingTests.theme)
            let painted = window.takePainted()
            #expect(painted.contains("\u{1B}[?1049h") && painted.contains("payments-21"))
            window.type("j")
            #expect(TerminalSuites.events(of: terminal, count: 1) == [.key(.character("j"))])
        }

        @Test("a frame of another size than the window is left undrawn")
        func wrongSize() throws {
            let window = try FakeTerminal()
            defer { window.end() }
            let terminal = try window.start()
            defer { terminal.stop() }
            _ = window.takePainted()
            let screen = ScreenBuffer(rows: 10, columns: 10)
            screen.write("x", row: 0, column: 0)
            terminal.draw(screen, theme: .mono)
            #expect(window.takePainted() == "")
        }
    }
}

extension String.UnicodeScalarView {
    /// Whether the scalars stand somewhere in these.
    fileprivate func hold(_ text: String) -> Bool {
        indices.contains { self[$0...].starts(with: text.unicodeScalars) }
    }
}

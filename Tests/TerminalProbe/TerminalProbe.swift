import CursesTerminal
import Dispatch
import Glibc
import TerminalCanvas

/// A console of a few lines on the real terminal, for the tests that drive it through tmux: a list with a
/// selected row, and each event in words on the last row. `x` shows a canary, `X` closes it, Ctrl-Z suspends,
/// `m` tells the memory in use, `q` ends.
@main
@MainActor
struct TerminalProbe {
    static var terminal: CursesTerminal?
    static var screen = ScreenBuffer(rows: 0, columns: 0)
    static var selected = 3
    static var message = "ready"
    static var shows = false
    static var sources: [any DispatchSourceProtocol] = []

    static func main() {
        let options = CursesTerminal.Options { name in getenv(name).map { String(cString: $0) } }
        do throws(TerminalStartError) {
            terminal = try CursesTerminal(options)
        } catch {
            let text = "\(error)\n"
            _ = text.withCString { write(2, $0, strlen($0)) }
            exit(64)
        }
        guard let terminal else { exit(70) }
        screen = ScreenBuffer(rows: terminal.rows, columns: terminal.columns, glyphs: terminal.glyphs)
        let keys = DispatchSource.makeReadSource(fileDescriptor: terminal.inputDescriptor, queue: .main)
        keys.setEventHandler { MainActor.assumeIsolated { drain() } }
        keys.resume()
        signal(SIGWINCH, SIG_IGN)
        let sizes = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: .main)
        sizes.setEventHandler { MainActor.assumeIsolated { take(terminal.resize()) } }
        sizes.resume()
        sources = [keys, sizes]
        // Keys that were typed before the first frame are with ncurses already.
        drain()
        draw()
        dispatchMain()
    }

    static func drain() {
        for event in terminal?.readEvents() ?? [] { take(event) }
        draw()
    }

    static func take(_ event: TerminalEvent?) {
        switch event {
        case .key(.character("q")), .lost:
            terminal?.stop()
            exit(0)
        case .key(.character("j")), .key(.down): selected += 1
        case .key(.character("k")), .key(.up): selected -= 1
        case .key(.character("x")): shows = true
        case .key(.character("X")): shows = false
        case .key(.control("z")):
            shows = false
            terminal?.suspend()
            message = "resumed"
            take(terminal?.resume())
        case .pressed(let row, let column): message = "pressed \(row) \(column)"
        case .scrolled(let lines): message = "scrolled \(lines)"
        case .key(let key): message = "key \(key)"
        case .paste(let bytes): message = "paste \(bytes.count): \(String(decoding: bytes, as: UTF8.self))"
        case .resized(let rows, let columns):
            screen.resize(rows: rows, columns: columns)
            message = "resized \(rows) \(columns)"
            draw()
        case .focus(let isIn): message = "focus \(isIn)"
        case nil: break
        }
    }

    static func draw() {
        guard let terminal else { return }
        screen.clear()
        screen.write(
            " curtain probe  \(terminal.terminfoName) \(terminal.colours.depth)", row: 0, column: 0, role: .header)
        let names = ["payments-api", "漢字-worker", "e\u{301}te\u{301}", "🚀-launch", "\u{202E}evil\u{1B}[2J", "עברית"]
        for row in 1..<max(1, screen.rows - 2) {
            let used = screen.write(
                "   \(names[row % names.count])-\(row)", row: row, column: 0, width: 40, role: .text,
                clipping: .ellipsis)
            screen.write("|", row: row, column: max(40, used))
            if row == selected { screen.setRole(.selection, row: row, columns: 0..<screen.columns) }
        }
        if shows {
            var canary = "CANARY-52f0".unicodeScalars.makeIterator()
            screen.writeScalars(row: 2, column: 50) { canary.next() }
        }
        screen.write(message, row: screen.rows - 1, column: 0)
        screen.cursor = CursorPosition(row: min(max(selected, 0), max(screen.rows - 1, 0)), column: 1)
        terminal.draw(screen, theme: Theme.builtIn("catppuccin-mocha") ?? .mono)
    }
}

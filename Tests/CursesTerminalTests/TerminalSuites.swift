import CursesTerminal
import Glibc
import TerminalCanvas
import Testing

/// Everything that starts a terminal: ncurses has one screen at a time.
@Suite("On a terminal", .serialized)
@MainActor
struct TerminalSuites {
    static let red = Theme(
        name: "test", variant: .dark,
        styles: [.text: ThemeStyle(), .revealed: ThemeStyle(attributes: .bold), .danger: ThemeStyle(attributes: .bold)])

    /// Events until there are as many as wanted; gives up after two seconds.
    static func events(of terminal: CursesTerminal, count: Int) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        for _ in 0..<2000 where events.count < count {
            events += terminal.readEvents()
            if events.count < count { usleep(1000) }
        }
        return events
    }
}

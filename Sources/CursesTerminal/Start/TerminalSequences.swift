/// Control sequences that terminfo has no capability for, or that its older entries lack.
///
/// Source: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
enum TerminalSequences {
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    static let pasteStart = "\u{1B}[200~"
    static let pasteEnd = "\u{1B}[201~"

    static let focusOn = "\u{1B}[?1004h"
    static let focusOff = "\u{1B}[?1004l"
    static let focusIn = "\u{1B}[I"
    static let focusOut = "\u{1B}[O"

    static let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"

    static let frameStart = "\u{1B}[?2026h"
    static let frameEnd = "\u{1B}[?2026l"

    /// Keeps the window's title, sets ours; it never says more than the program's name.
    static let titleOn = "\u{1B}[22;0t\u{1B}]2;curtain\u{07}"
    static let titleOff = "\u{1B}[23;0t"

    static let clipboardStart = "\u{1B}]52;c;"
    static let clipboardEnd = "\u{07}"

    /// Background colour, held-back frames, and last the device attributes, which every terminal answers:
    /// answers come in the order of the questions.
    static let questions = "\u{1B}]11;?\u{07}\u{1B}[?2026$p\u{1B}[c"

    /// The final sequences of cursor keys as some terminals send them whatever their entry says.
    static let spareKeys: [(sequence: String, key: SpareKey)] = [
        ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[8~", .end),
        ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
        ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
        ("\u{1B}[Z", .backTab)
    ]

    enum SpareKey { case up, down, left, right, home, end, backTab }
}

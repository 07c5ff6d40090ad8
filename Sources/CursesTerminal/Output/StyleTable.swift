import CNcurses
import TerminalCanvas

/// A theme in the numbers of ncurses: attributes and colour pair of every role.
struct StyleTable {
    struct Entry {
        var attributes: UInt32
        var pair: Int32
    }

    let theme: Theme
    private let entries: [Entry]

    init(theme: Theme, depth: ColourDepth, colours: Int, pairs: inout ColourPairs) {
        self.theme = theme
        let shown = theme.shown(in: depth)
        entries = StyleRole.allCases.map { role in
            var style = shown[role]
            // Terminals of eight colours show the bright ones as bold.
            if colours < 16, case .indexed(let index) = style.foreground, (8..<16).contains(index) {
                style.foreground = .indexed(index - 8)
                style.attributes.insert(.bold)
            }
            let pair = depth == .mono ? 0 : pairs.number(front: style.foreground, back: style.background)
            return Entry(attributes: StyleTable.bits(style.attributes), pair: pair)
        }
    }

    func entry(_ role: StyleRole) -> Entry { entries[Int(role.rawValue)] }

    /// The bits that ncurses has for the attributes.
    static func bits(_ attributes: TextAttributes) -> UInt32 {
        guard !attributes.isEmpty else { return 0 }
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= cncurses_bold() }
        if attributes.contains(.dim) { bits |= cncurses_dim() }
        if attributes.contains(.italic) { bits |= cncurses_italic() }
        if attributes.contains(.underline) { bits |= cncurses_underline() }
        if attributes.contains(.reverse) { bits |= cncurses_reverse() }
        return bits
    }
}

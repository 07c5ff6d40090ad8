import CNcurses
import TerminalCanvas

/// The colour pairs of ncurses, made when they are first needed and never changed.
struct ColourPairs {
    private struct Pair: Hashable {
        var front: Int32
        var back: Int32
    }

    private var numbers: [Pair: Int32] = [:]

    /// The pair for two colours; 0, the terminal's own, when there are no more.
    /// (The C function init_extended_pair.)
    mutating func number(front: ThemeColour, back: ThemeColour) -> Int32 {
        let pair = Pair(front: ColourPairs.number(front), back: ColourPairs.number(back))
        if pair == Pair(front: -1, back: -1) { return 0 }
        if let known = numbers[pair] { return known }
        let next = Int32(numbers.count + 1)
        guard next < cncurses_max_pairs(), init_extended_pair(next, pair.front, pair.back) == OK else { return 0 }
        numbers[pair] = next
        return next
    }

    /// Terminals with RGB take the colour itself as its number.
    private static func number(_ colour: ThemeColour) -> Int32 {
        switch colour {
        case .terminalDefault: -1
        case .indexed(let index): Int32(index)
        case .rgb(let colour): Int32(colour.hex)
        }
    }
}

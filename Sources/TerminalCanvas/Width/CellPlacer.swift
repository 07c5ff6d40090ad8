import ForeignText

/// Turns a stream of scalars into what cells take: bases with their width, and marks on the base before.
///
/// The last line of defence of the screen: whatever the caller forgot to clean, a control or a hidden
/// character leaves here as its name. So does a mark too many for one cell, rather than being dropped.
struct CellPlacer {
    /// Marks a cell has room for.
    static let markCapacity = 3

    enum Placed {
        /// A base that opens a cell of one or two columns.
        case cell(UInt32, width: Int)
        /// A combining mark for the cell opened last.
        case mark(UInt32)
    }

    private var marks = CellPlacer.markCapacity

    /// Whether selectors of emoji or text presentation are named rather than left out. A terminal that
    /// obeys them disagrees with ncurses about the width, so they are never sent.
    var namesVariations = false

    /// Takes the next scalar and hands over what it puts on the screen, which may be several cells.
    mutating func place(_ scalar: Unicode.Scalar, _ body: (Placed) -> Void) {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F {
            marks = 0
            body(.cell(value, width: 1))
            return
        }
        if value == 0xFE0E || value == 0xFE0F {
            if namesVariations { name(scalar, body) }
            return
        }
        if ForeignText.isUnsafe(scalar) {
            name(scalar, body)
            return
        }
        let width = TextWidth.of(scalar)
        if width > 0 {
            marks = 0
            body(.cell(value, width: width))
        } else if marks < CellPlacer.markCapacity {
            marks += 1
            body(.mark(value))
        } else {
            name(scalar, body)
        }
    }

    private mutating func name(_ scalar: Unicode.Scalar, _ body: (Placed) -> Void) {
        for character in ForeignText.name(of: scalar).unicodeScalars { body(.cell(character.value, width: 1)) }
        marks = 0
    }
}

import ForeignText

/// How many terminal columns text takes.
///
/// The rule is that of UAX #11 and wcwidth(3): marks take none, East Asian wide and full-width scalars and
/// emoji take two, ambiguous ones take one. What would not be drawn as it is (a control, a zero-width
/// character) counts as the name that is drawn instead, `<U+XXXX>`.
public enum TextWidth {
    /// The columns of one scalar: 0, 1 or 2. Says nothing about whether it is safe to draw.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        if contains(WidthTable.zero, value) { return 0 }
        // U+1100 is the first wide scalar.
        if value >= 0x1100, contains(WidthTable.wide, value) { return 2 }
        return 1
    }

    /// The columns that a ``ScreenBuffer`` uses for the text when there is room for all of it.
    public static func of(_ text: String) -> Int {
        var text = text
        let plain: Int? = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
        }
        if let plain { return plain }
        var placer = CellPlacer()
        var columns = 0
        for scalar in text.unicodeScalars {
            placer.place(scalar) { placed in
                if case .cell(_, let width) = placed { columns += width }
            }
        }
        return columns
    }

    /// The text cut to at most `columns`, ending in the ellipsis when something was left out.
    public static func clipped(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard of(text) > columns else { return text }
        let room = columns - of(ellipsis)
        guard room >= 0 else { return "" }
        var kept = String.UnicodeScalarView()
        var used = 0
        var placer = CellPlacer()
        for scalar in text.unicodeScalars {
            var width = 0
            placer.place(scalar) { placed in
                if case .cell(_, let columns) = placed { width += columns }
            }
            if used + width > room { break }
            used += width
            kept.append(scalar)
        }
        return String(kept) + ellipsis
    }

    /// Binary search in pairs of first and last.
    private static func contains(_ pairs: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = pairs.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > pairs[2 * middle + 1] {
                low = middle + 1
            } else if value < pairs[2 * middle] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}

/// A colour as a theme names it or as a terminal is told it.
public enum ThemeColour: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case terminalDefault
    case rgb(RGBColour)
    /// A number of xterm's palette; 0 to 15 are the person's own.
    case indexed(UInt8)

    /// What it looks like as far as that is known: not for the terminal's default; for 0 to 15 as xterm has them.
    public var nominal: RGBColour? {
        switch self {
        case .terminalDefault: nil
        case .rgb(let colour): colour
        case .indexed(let index): XtermPalette.colour(index)
        }
    }
}

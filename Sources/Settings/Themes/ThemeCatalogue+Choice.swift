import TerminalCanvas

extension ThemeCatalogue {
    /// The dark one of the pair that `auto` means unless it names another.
    public static let automatic = "catppuccin-mocha"

    /// The theme for a configured name, the terminal's colours and, for `auto`, its background.
    ///
    /// `auto` (also nil) and `auto:NAME` take that theme or its pair, whichever suits a light or dark background;
    /// an unknown background counts as dark. Where there are only the terminal's own colours, `auto` uses those.
    /// An unknown name is an error that lists the known ones.
    public func choose(
        _ configured: String?, depth: ColourDepth, background: RGBColour?
    ) throws(SettingsError) -> Theme {
        if depth == .mono { return .mono }
        let word = configured ?? "auto"
        guard word == "auto" || word.hasPrefix("auto:") else { return try known(word) }
        if depth == .ansi16 { return .ansi16 }
        let first = try known(word == "auto" ? ThemeCatalogue.automatic : String(word.dropFirst(5)))
        // Halfway for the eye between black and white.
        let wanted: Theme.Variant = background.map { Contrast.luminance($0) > 0.18 } == true ? .light : .dark
        guard first.variant != wanted, let pair = first.pair else { return first }
        return try known(pair)
    }

    private func known(_ name: String) throws(SettingsError) -> Theme {
        if let theme = try theme(named: name) { return theme }
        let names = try items().map(\.name).joined(separator: ", ")
        throw SettingsError("theme", "there is no theme of that name; there are \(names)")
    }
}

import Settings
import TerminalCanvas

/// The theme for this terminal: what the configuration names, or the one that suits the terminal's background.
public struct ThemeChoice: Sendable {
    private let catalogue: ThemeCatalogue
    private let configured: String

    public init(_ catalogue: ThemeCatalogue, configured: String) {
        self.catalogue = catalogue
        self.configured = configured
    }

    /// Another name from the same catalogue.
    func with(_ name: String) -> ThemeChoice { ThemeChoice(catalogue, configured: name) }

    /// Whether it depends on the terminal's background.
    public var asksBackground: Bool { configured == "auto" || configured.hasPrefix("auto:") }

    /// Throws if there is no theme of the name, or its file is wrong.
    public func theme(depth: ColourDepth, background: RGBColour?) throws(SettingsError) -> Theme {
        try catalogue.choose(configured, depth: depth, background: background)
    }
}

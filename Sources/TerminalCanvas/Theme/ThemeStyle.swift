/// How a role looks.
public struct ThemeStyle: Hashable, Sendable {
    public var foreground: ThemeColour
    public var background: ThemeColour
    public var attributes: TextAttributes

    public init(
        foreground: ThemeColour = .terminalDefault, background: ThemeColour = .terminalDefault,
        attributes: TextAttributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Foreground to background after `reverse`; nil where one of them is the terminal's own.
    public var contrast: Double? {
        guard let front = foreground.nominal, let back = background.nominal else { return nil }
        return Contrast.ratio(front, back)
    }
}

/// What the person has switched on at the moment of the act.
public struct AccessMode: Equatable, Sendable {
    /// Read-only mode also refuses every look at a value.
    public var readOnly: Bool
    /// Someone else sees the screen.
    public var share: Bool

    public init(readOnly: Bool = false, share: Bool = false) {
        self.readOnly = readOnly
        self.share = share
    }
}

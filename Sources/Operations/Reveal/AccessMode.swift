/// What the person has switched on at the moment of the act.
public struct AccessMode: Equatable, Sendable {
    /// Read-only mode also refuses every look at a value.
    public var readOnly: Bool
    /// Someone else sees the screen.
    public var share: Bool
    /// How long ago a second factor was entered here, in seconds; nil: not within anybody's memory.
    public var secondFactorAge: Double?

    public init(readOnly: Bool = false, share: Bool = false, secondFactorAge: Double? = nil) {
        self.readOnly = readOnly
        self.share = share
        self.secondFactorAge = secondFactorAge
    }
}

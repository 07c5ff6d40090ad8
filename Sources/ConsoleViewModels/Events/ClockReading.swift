/// What the clocks said when an event happened. View models read no clock themselves.
public struct ClockReading: Sendable, Equatable {
    /// Seconds since 1970-01-01 UTC, for the screen.
    public let wall: Double
    /// Seconds of a clock that never jumps, for deadlines.
    public let monotonic: Double

    public init(wall: Double, monotonic: Double) {
        self.wall = wall
        self.monotonic = monotonic
    }
}

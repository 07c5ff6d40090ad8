import Inventory

/// The whole state of the console. A value: an event goes in, effects come out; it reads no clock, waits for
/// nothing and touches nothing outside.
public struct ConsoleModel: Sendable {
    public let settings: ConsoleSettings
    /// When the last event happened.
    public internal(set) var now: ClockReading
    public internal(set) var columns: Int
    public internal(set) var rows: Int

    public init(settings: ConsoleSettings, columns: Int, rows: Int, now: ClockReading) {
        self.settings = settings
        self.columns = columns
        self.rows = rows
        self.now = now
    }

    /// The effects that fill the first screen. Draw once before carrying them out.
    public mutating func start() -> [ConsoleEffect] {
        [.loadIdentity, .load(.function, generation: 1)]
    }

    /// Takes in what happened at that time and says what is to be done.
    public mutating func handle(_ event: ConsoleEvent, at now: ClockReading) -> [ConsoleEffect] {
        self.now = now
        return []
    }

    /// When the console wants the next `.tick`, on the monotonic clock: the next second while a countdown runs,
    /// else the next minute of the header's time. Nothing else needs waking.
    public var nextWake: Double {
        now.monotonic + 60 - now.wall.truncatingRemainder(dividingBy: 60)
    }
}

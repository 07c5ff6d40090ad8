import Inventory

/// The value that is open now.
public struct ShownValue: Sendable {
    public let ticket: RevealTicket
    public let reference: Reference
    /// What it is, for the head of its box; never the value.
    public let title: String
    public let bytes: any OpenValue
    public let form: RevealedContent.Form
    public let version: String?
    /// Monotonic seconds at which it closes.
    public let deadline: Double
    /// Seconds since 1970 at which it closes too: a machine that slept may not have counted the other clock.
    public let wallDeadline: Double
    /// First visible line of a value that is longer than its box.
    public internal(set) var scroll = 0

    /// Whole seconds left, at least 0.
    public func secondsLeft(at monotonic: Double) -> Int {
        max(0, Int((deadline - monotonic).rounded(.up)))
    }
}

import FoundationEssentials
import Inventory

/// The ability to tell who has read something, from CloudTrail.
public protocol ReadWatching: Sendable {
    /// Who read it since then, our own session left out; and what could not be looked at.
    func reads(
        of reference: Reference, since: Date
    ) async throws(CallFailure) -> (reads: [SeenRead], gaps: [String])
}

/// One read that CloudTrail has told of.
public struct SeenRead: Sendable, Equatable {
    /// A role or user; nil where the event does not tell.
    public let reader: Reference?
    public let time: Date

    public init(reader: Reference?, time: Date) {
        self.reader = reader
        self.time = time
    }
}

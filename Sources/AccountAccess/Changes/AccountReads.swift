import AWSClient
import FoundationEssentials
import Inventory
import Operations

/// Tells from CloudTrail who has read something since a moment.
public struct AccountReads: ReadWatching {
    /// Half a minute of CloudTrail's two calls a second.
    private static let limit = 60

    private let calls: any AWSCalling
    private let ownARN: String?
    private let account: String
    private let region: String
    private let pause: Duration

    /// - Parameters:
    ///   - ownARN: who asks; what they read themselves does not count.
    ///   - pause: between two calls.
    public init(
        calls: any AWSCalling, ownARN: String?, account: String, region: String, pause: Duration = .milliseconds(500)
    ) {
        self.calls = calls
        self.ownARN = ownARN
        self.account = account
        self.region = region
        self.pause = pause
    }

    public func reads(
        of reference: Reference, since: Date
    ) async throws(CallFailure) -> (reads: [SeenRead], gaps: [String]) {
        let now = Date()
        let outcome = await AccessHistory(calls: calls, pause: pause).extend(
            AccessIndex(), by: lookups(reference), in: AccessInterval(start: since, end: now), now: now,
            limit: Self.limit)
        let reads = outcome.index.events.filter { event in
            event.time >= since && event.actor != ownARN && event.errorCode == nil && event.concerns(reference)
        }.map { SeenRead(reader: $0.reader, time: $0.time) }
        return (reads, outcome.gaps)
    }

    private func lookups(_ reference: Reference) -> [AccessLookup] {
        AccessLookup.lookups(for: reference)
    }
}

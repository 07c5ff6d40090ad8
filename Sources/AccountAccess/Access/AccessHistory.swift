import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// Fills the index of accesses from CloudTrail, under its two requests a second, the newest first, and no further than
/// it is told.
public struct AccessHistory: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        public let index: AccessIndex
        /// Why a part is not known, a line each.
        public let gaps: [String]
        public let calls: Int

        public init(index: AccessIndex, gaps: [String], calls: Int) {
            self.index = index
            self.gaps = gaps
            self.calls = calls
        }
    }

    /// Two minutes' worth of calls.
    public static let usualLimit = 240

    private let calls: any AWSCalling
    private let pause: Duration

    public init(calls: any AWSCalling, pause: Duration = .milliseconds(500)) {
        self.calls = calls
        self.pause = pause
    }

    /// Asks for what the index does not know of the span.
    ///
    /// - Parameters:
    ///   - limit: no more calls than these; what was read until then stays, and the next time goes on behind it.
    ///   - now: the end of what can be known. The last half hour is asked again each time, for AWS tells late.
    public func extend(
        _ index: AccessIndex, by lookups: [AccessLookup], in span: AccessInterval, now: Date, limit: Int
    ) async -> Outcome {
        var index = index
        var gaps: [String] = []
        var made = 0
        for lookup in lookups {
            for gap in index.missing(lookup.text, in: span) {
                var oldest = gap.end
                var operation = CloudTrail.LookupEvents(
                    attribute: .init(key: lookup.key, value: lookup.value), start: gap.start, end: gap.end)
                var isWhole = false
                while !isWhole {
                    guard made < limit else {
                        gaps.append(
                            "CloudTrail's \(lookup.text) before \(oldest.formatted(.iso8601)): \(limit) calls were made; "
                                + "run it again to go on")
                        break
                    }
                    do throws(AWSError) {
                        if made > 0 { try await wait() }
                        made += 1
                        let page = try await calls.perform(operation)
                        index.add(page.events.map(AccessEvent.init))
                        oldest = page.events.map(\.time).min() ?? oldest
                        operation.token = page.nextToken
                        isWhole = page.nextToken == nil
                    } catch {
                        gaps.append(OperationFailure(error, cannot: "look up CloudTrail's \(lookup.text)").message)
                        break
                    }
                }
                let known = AccessInterval(
                    start: isWhole ? gap.start : oldest.addingTimeInterval(1),
                    end: min(gap.end, now.addingTimeInterval(-AccessIndex.lateSeconds)))
                if isWhole || oldest < gap.end { index.cover(lookup.text, known) }
                guard isWhole else { break }
            }
        }
        index.trim(now: now)
        return Outcome(index: index, gaps: gaps, calls: made)
    }

    private func wait() async throws(AWSError) {
        do { try await Task.sleep(for: pause) } catch {
            throw AWSError(.cancelled, operation: "cloudtrail:LookupEvents", message: "cancelled")
        }
    }
}

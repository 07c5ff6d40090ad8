import AWSClient
import AWSServices
import Operations

/// A log stream of CloudWatch Logs that keeps copies of audit records, an event a record.
public struct LogStream: Sendable {
    /// A line with its time in milliseconds since 1970-01-01 UTC.
    public struct Event: Equatable, Sendable {
        public let time: Int
        public let message: String

        public init(time: Int, message: String) {
            self.time = time
            self.message = message
        }
    }

    private let calls: any AWSCalling
    private let group: String
    private let stream: String

    /// The stream is made when it is missing; the group is not: its retention is somebody's decision.
    public init(calls: any AWSCalling, group: String, stream: String) {
        self.calls = calls
        self.group = group
        self.stream = stream
    }

    /// Hands events over, none before the one in front of it; returns when all of them have arrived.
    public func put(_ events: [Event]) async throws(OperationFailure) {
        for part in Self.parts(events) { try await put(part, mayCreate: true) }
    }

    private func put(_ events: [Event], mayCreate: Bool) async throws(OperationFailure) {
        do throws(AWSError) {
            let refused = try await calls.perform(
                CloudWatchLogs.PutLogEvents(
                    group: group, stream: stream, events: events.map { .init(time: $0.time, message: $0.message) }))
            guard !refused else {
                throw AWSError(
                    .invalidRequest, operation: "logs:PutLogEvents", code: "RejectedLogEvents",
                    message: "some records are too old (14 days, or the group's retention) or too new for \(group)")
            }
        } catch {
            guard mayCreate, error.code == "ResourceNotFoundException" else { throw failure(error) }
            do throws(AWSError) {
                _ = try await calls.perform(CloudWatchLogs.CreateLogStream(group: group, stream: stream))
            } catch {
                // Another process was faster.
                guard error.code == "ResourceAlreadyExistsException" else { throw failure(error) }
            }
            try await put(events, mayCreate: false)
        }
    }

    private func failure(_ error: AWSError) -> OperationFailure {
        guard error.code == "ResourceNotFoundException" else {
            return OperationFailure(error, cannot: "send records to the log group \(group)")
        }
        return OperationFailure(
            .notFound, "there is no log group \(group) to send records to", code: error.code,
            requestID: error.requestID)
    }

    /// As many events a call as it takes.
    static func parts(_ events: [Event]) -> [[Event]] {
        typealias Put = CloudWatchLogs.PutLogEvents
        var parts: [[Event]] = []
        var bytes = 0
        for event in events {
            let size = event.message.utf8.count + Put.overhead
            if parts.isEmpty || bytes + size > Put.mostBytes || parts[parts.count - 1].count == Put.mostEvents {
                parts.append([])
                bytes = 0
            }
            parts[parts.count - 1].append(event)
            bytes += size
        }
        return parts
    }
}

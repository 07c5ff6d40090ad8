import AccountAccess
import AuditTrail
import Operations

/// A log stream as the place that keeps copies of audit records.
struct LogShipping: RecordShipping {
    let stream: LogStream

    func ship(_ lines: [UInt8]) async throws(ShippingFailure) {
        do throws(OperationFailure) {
            try await stream.put(
                ShippedEvent.events(lines).map { LogStream.Event(time: $0.time, message: $0.line) })
        } catch {
            let origin = error.code.isEmpty ? "" : " (\(error.code))"
            throw ShippingFailure("\(error.message)\(origin); the records are not acknowledged")
        }
    }
}

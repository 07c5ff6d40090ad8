import AWSClient

/// What `-v` says of each call: operation, target, outcome, request id, time. Never a body, header or value.
enum CallLog {
    /// Writes a call's line to standard error.
    @Sendable static func write(_ record: CallRecord) { StandardError.line(line(record)) }

    static func line(_ record: CallRecord) -> String {
        var words = ["\(record.service):\(record.operation)"]
        if let subject = record.subject { words.append(subject) }
        words.append(record.status == 0 ? "no answer" : String(record.status))
        if !record.code.isEmpty { words.append(record.code) }
        if !record.requestID.isEmpty { words.append("request " + record.requestID) }
        words.append("\(Int(record.milliseconds.rounded())) ms")
        if record.attempts > 1 { words.append("\(record.attempts) tries") }
        return words.joined(separator: "  ")
    }
}

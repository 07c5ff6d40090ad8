import StrictJSON

/// A line of the trail with its time, for places that keep events by time.
public struct ShippedEvent: Equatable, Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    public let time: Int
    /// The line without its newline.
    public let line: String

    /// The events of a batch, in its order; none is before the one in front of it, whatever the clock did.
    public static func events(_ lines: [UInt8]) -> [ShippedEvent] {
        var latest = 0
        return lines.split(separator: UInt8(ascii: "\n")).map { bytes in
            let line = String(decoding: bytes, as: UTF8.self)
            let time = (try? JSONDocument(line))?.root["time"]?.withDecodedBytes(AuditTime.parse)
            latest = max(latest, (time ?? nil) ?? latest)
            return ShippedEvent(time: latest, line: line)
        }
    }
}

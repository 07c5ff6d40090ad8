import ForeignText
import SensitiveMemory

/// Writes a record as its line: one JSON object, the fields always all there and in this order, `prev` last.
enum AuditLine {
    /// The most bytes that a line may take.
    static let limit = 1 << 20
    /// `prev` of the first line.
    static let zeros = String(repeating: "0", count: 64)

    /// The line without its newline.
    static func encode(_ record: AuditRecord, sequence: Int, milliseconds: Int, previous: String) -> [UInt8] {
        var line = Array("{\"seq\":\(sequence)".utf8)
        line.reserveCapacity(640)
        member("time", AuditTime.text(milliseconds), in: &line)
        member("event", record.event.rawValue, in: &line)
        member("outcome", record.outcome?.rawValue, in: &line)
        line.append(contentsOf: ",\"actor\":{\"arn\":".utf8)
        value(record.context.actorARN, in: &line)
        member("accessKeyId", record.context.accessKeyID, in: &line)
        line.append(UInt8(ascii: "}"))
        member("user", record.context.user, in: &line)
        member("host", record.context.host, in: &line)
        line.append(contentsOf: ",\"pid\":\(record.context.processID)".utf8)
        member("session", record.context.session, in: &line)
        member("account", record.context.account, in: &line)
        member("region", record.context.region, in: &line)
        member("ref", record.reference, in: &line)
        member("version", record.version, in: &line)
        member("note", record.note, in: &line)
        member("incident", record.context.incident, in: &line)
        member("plan", record.plan, in: &line)
        member("step", record.step, in: &line)
        member("requestId", record.requestID, in: &line)
        member("fingerprint", record.fingerprint?.hex, in: &line)
        member("error", record.error, in: &line)
        member("prev", previous, in: &line)
        line.append(UInt8(ascii: "}"))
        return line
    }

    private static func member(_ name: StaticString, _ text: String?, in line: inout [UInt8]) {
        line.append(contentsOf: ",\"".utf8)
        line.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        line.append(contentsOf: "\":".utf8)
        value(text, in: &line)
    }

    private static func value(_ text: String?, in line: inout [UInt8]) {
        guard let text else {
            line.append(contentsOf: "null".utf8)
            return
        }
        line.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars { append(scalar, to: &line) }
        line.append(UInt8(ascii: "\""))
    }

    /// Whatever a terminal would obey is escaped, so that the file may be looked at with `cat`.
    private static func append(_ scalar: Unicode.Scalar, to line: inout [UInt8]) {
        if scalar == "\"" || scalar == "\\" {
            line.append(UInt8(ascii: "\\"))
            line.append(UInt8(scalar.value))
        } else if scalar.value < 0x7F, scalar.value >= 0x20 {
            line.append(UInt8(scalar.value))
        } else if ForeignText.isUnsafe(scalar) {
            for unit in Unicode.UTF16.encode(scalar)! {
                let digits = String(unit, radix: 16)
                line.append(contentsOf: "\\u".utf8)
                line.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.count))
                line.append(contentsOf: digits.utf8)
            }
        } else {
            line.append(contentsOf: Unicode.UTF8.encode(scalar)!)
        }
    }
}

import StrictJSON

/// What a full check asks of a line whose tie is right.
struct ContentChecker {
    private static let mostRemarks = 100
    private static let events = Set(AuditEvent.allCases.map(\.rawValue))

    private(set) var remarks: [AuditVerification.Remark] = []
    private var lastTime = Int.min

    /// The first thing that is wrong with the line; nil if it is in order.
    mutating func check(_ line: UnsafeRawBufferPointer, line number: Int) -> AuditVerification.Fault? {
        guard line.count < AuditLine.limit else { return .json }
        let root: JSONNode
        do throws(JSONError) { root = try JSONDocument(copying: line).root } catch { return .json }
        guard root.kind == .object else { return .json }
        guard root["seq"]?.int == number else { return .sequence }
        guard let time = root["time"]?.withDecodedBytes(AuditTime.parse) ?? nil else { return .time }
        if time < lastTime { remark(.clockSetBack(line: number)) }
        lastTime = time
        guard let event = root["event"]?.string else { return .event }
        if !ContentChecker.events.contains(event) {
            guard AuditEvent.families.contains(String(event.prefix { $0 != "." })) else { return .event }
            remark(.unknownEvent(line: number))
        }
        return nil
    }

    mutating func remark(_ remark: AuditVerification.Remark) {
        if remarks.count < ContentChecker.mostRemarks { remarks.append(remark) }
    }
}

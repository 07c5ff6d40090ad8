import StrictJSON

extension AuditEntry {
    /// The record of a line; nil if it is none.
    init?(line: UnsafeRawBufferPointer) {
        let root: JSONNode
        do throws(JSONError) { root = try JSONDocument(copying: line).root } catch { return nil }
        guard let sequence = root["seq"]?.int, let event = root["event"]?.string,
            let milliseconds = root["time"]?.withDecodedBytes(AuditTime.parse) ?? nil,
            let previous = root["prev"]?.string
        else { return nil }
        self.init(
            sequence: sequence, time: AuditTime.date(milliseconds), event: event, outcome: root["outcome"]?.string,
            actorARN: root["actor"]?["arn"]?.string, accessKeyID: root["actor"]?["accessKeyId"]?.string,
            user: root["user"]?.string, host: root["host"]?.string, processID: root["pid"]?.int,
            session: root["session"]?.string, account: root["account"]?.string, region: root["region"]?.string,
            reference: root["ref"]?.string, version: root["version"]?.string, note: root["note"]?.string,
            incident: root["incident"]?.string, plan: root["plan"]?.string, step: root["step"]?.string,
            requestID: root["requestId"]?.string, fingerprint: root["fingerprint"]?.string,
            error: root["error"]?.string, previous: previous, line: Array(line))
    }
}

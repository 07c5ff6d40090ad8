import FoundationEssentials

/// A record as it stands in the trail. All text is as it was written: clean it before it is drawn.
public struct AuditEntry: Equatable, Sendable {
    public let sequence: Int
    public let time: Date
    /// A raw value of `AuditEvent`, or one that a newer version knows.
    public let event: String
    public let outcome: String?
    public let actorARN: String?
    public let accessKeyID: String?
    public let user: String?
    public let host: String?
    public let processID: Int?
    public let session: String?
    public let account: String?
    public let region: String?
    public let reference: String?
    public let version: String?
    public let note: String?
    public let incident: String?
    public let plan: String?
    public let step: String?
    public let requestID: String?
    /// 16 hexadecimal digits.
    public let fingerprint: String?
    public let error: String?
    public let previous: String
    /// The whole line, without its newline.
    public let line: [UInt8]
}

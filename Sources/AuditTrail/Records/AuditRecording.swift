/// The ability to put something on record before it happens.
public protocol AuditRecording: Sendable {
    /// Returns when the record is on the disk. If it throws, the act must not take place.
    @discardableResult
    func append(_ record: AuditRecord) throws(AuditError) -> AuditReceipt

    /// Puts several on record, in their order; returns when they are on the disk. The act of each that failed must not
    /// take place.
    func append(together records: [AuditRecord]) -> [Result<AuditReceipt, AuditError>]
}

extension AuditRecording {
    public func append(together records: [AuditRecord]) -> [Result<AuditReceipt, AuditError>] {
        records.map { record in Result { () throws(AuditError) in try append(record) } }
    }
}

/// That a record is on the disk.
public struct AuditReceipt: Equatable, Sendable {
    /// The record's number in the trail, from 1.
    public let sequence: Int
    /// The SHA-256 of the record's line, 64 lower-case hexadecimal digits.
    public let hash: String

    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }
}

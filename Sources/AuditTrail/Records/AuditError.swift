import StateFiles

/// Why nothing could be put on record, or nothing be read. Its description is one line for a person that
/// ends with what to do.
public enum AuditError: Error, Equatable, Sendable {
    /// The file system refused.
    case files(StateFilesError)
    /// A sync failed and what was written could not be taken back: what is on the disk is not known to this
    /// process any more.
    case distrusted
    /// The trail ends at record `found`, but its head vouches for `expected`.
    case truncated(found: Int, expected: Int)
    /// There are `found` records, but the head that vouches for them is gone.
    case headMissing(found: Int)
    /// Line `line` is not what was written there.
    case tampered(line: Int)
    /// The head is not in a form that this version knows.
    case unknownFormat(String)
    /// An anchor is not in a form that this version knows: file, line and why.
    case unknownAnchor(String)
    /// The record would take more than the 1 MiB that a line may have.
    case tooLarge(bytes: Int)
}

extension AuditError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .files(let error): "\(error)"
        case .distrusted:
            "the disk refused to keep an earlier audit record; check the disk, then start again"
        case .truncated(let found, let expected):
            "the audit trail ends at record \(found) but \(expected) were written; run: curtain audit verify"
        case .headMissing(let found):
            "audit.head is gone although there are \(found) records; run: curtain audit verify"
        case .tampered(let line): "line \(line) of the audit trail was changed; run: curtain audit verify"
        case .unknownFormat(let what): "audit.head: \(what); was it written by a newer curtain?"
        case .unknownAnchor(let what): what
        case .tooLarge(let bytes): "an audit record of \(bytes) bytes is too large; use a shorter note"
        }
    }
}

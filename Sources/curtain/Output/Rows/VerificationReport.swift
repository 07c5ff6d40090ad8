import AuditTrail

/// The outcome of `audit verify`, for people and for scripts.
struct VerificationReport: Sendable {
    let state: String
    let isIntact: Bool
    let line: Int?
    let fault: String?
    let expected: Int?
    let records: Int
    let hash: String
    let depth: AuditVerification.Depth
    let remarks: [String]
    private let finding: String

    init(_ verification: AuditVerification) {
        let records = verification.records
        self.records = records
        hash = verification.hash
        depth = verification.depth
        remarks = verification.remarks.map(Self.words)
        switch verification.state {
        case .intact:
            (state, isIntact, line, fault, expected) = ("intact", true, nil, nil, nil)
            finding = "\(records) records, the last with hash \(verification.hash)"
        case .torn:
            (state, isIntact, line, fault, expected) = ("torn", false, nil, nil, nil)
            finding = "a crash left half a line behind record \(records); the next record mends it"
        case .tampered(let place, let what):
            (state, isIntact, line, fault, expected) = ("tampered", false, place, what.rawValue, nil)
            finding = "line \(place) is not what was written there (\(what.rawValue))"
        case .truncated(let count?):
            (state, isIntact, line, fault, expected) = ("truncated", false, nil, nil, count)
            finding = "\(count) records were written and \(records) are left"
        case .truncated(nil):
            (state, isIntact, line, fault, expected) = ("truncated", false, nil, nil, nil)
            finding = "audit.head is gone although there are \(records) records"
        }
    }

    private init(empty depth: AuditVerification.Depth) {
        (state, isIntact, line, fault, expected) = ("intact", true, nil, nil, nil)
        (records, hash, remarks) = (0, String(repeating: "0", count: 64), [])
        finding = "nothing has been recorded yet"
        self.depth = depth
    }

    /// The report where nothing has been recorded yet.
    static func empty(_ depth: AuditVerification.Depth) -> VerificationReport { VerificationReport(empty: depth) }

    /// One line for a person; says how much was checked.
    var words: String {
        let checked =
            depth == .quick ? "the chain alone was checked" : "chain, JSON, numbering, times and events checked"
        return "\(state): \(finding); \(checked)"
    }

    static let shape = RowShape<VerificationReport>(
        fieldNames: ["state", "line", "fault", "expected", "records", "hash", "depth", "remarks"],
        fields: {
            [
                Field("state", .text($0.state)), Field("line", FieldValue($0.line)),
                Field("fault", FieldValue($0.fault)),
                Field("expected", FieldValue($0.expected)), Field("records", .number($0.records)),
                Field("hash", .text($0.hash)), Field("depth", .text($0.depth.rawValue)),
                Field("remarks", FieldValue($0.remarks))
            ]
        },
        columns: [Column("STATE") { $0.state }, Column("WHAT") { $0.words }], name: \.state)

    private static func words(_ remark: AuditVerification.Remark) -> String {
        switch remark {
        case .clockSetBack(let line): "line \(line): the clock was set back before it"
        case .unknownEvent(let line): "line \(line): an event that a newer curtain knows"
        case .headBehind(let records): "\(records) records are not in audit.head yet"
        }
    }
}

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
    private(set) var remarks: [String]
    /// How many anchors the trail was held against, and of how many the signature was checked.
    private(set) var anchors = 0
    private(set) var signedAnchors = 0
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
            finding =
                what == .anchor
                ? "the records up to \(place) are not those that an anchor was signed over"
                : "line \(place) is not what was written there (\(what.rawValue))"
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

    /// What the trail was held against besides itself.
    mutating func take(anchors kept: [AuditAnchor], signed: [AuditAnchor]?) {
        anchors = kept.count + (signed?.count ?? 0)
        signedAnchors = signed?.count ?? 0
        guard isIntact else { return }
        if !kept.isEmpty {
            remarks.append(
                "it goes through \(kept.count) anchors of \(AnchorFile.name), whose signatures were not looked at")
        }
        if let signed {
            let keys = Set(signed.map(\.keyARN)).sorted().joined(separator: ", ")
            remarks.append("it goes through \(signed.count) anchors that are signed by \(keys)")
            if let last = signed.map(\.count).max(), last < records {
                remarks.append("the last \(records - last) records are behind the last anchor")
            }
        }
    }

    /// One line for a person; says how much was checked.
    var words: String {
        let checked =
            depth == .quick ? "the chain alone was checked" : "chain, JSON, numbering, times and events checked"
        return "\(state): \(finding); \(checked)"
    }

    static let shape = RowShape<VerificationReport>(
        fieldNames: [
            "state", "line", "fault", "expected", "records", "hash", "depth", "anchors", "signedAnchors", "remarks"
        ],
        fields: {
            [
                Field("state", .text($0.state)), Field("line", FieldValue($0.line)),
                Field("fault", FieldValue($0.fault)),
                Field("expected", FieldValue($0.expected)), Field("records", .number($0.records)),
                Field("hash", .text($0.hash)), Field("depth", .text($0.depth.rawValue)),
                Field("anchors", .number($0.anchors)), Field("signedAnchors", .number($0.signedAnchors)),
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

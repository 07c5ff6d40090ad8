/// One line of `curtain doctor`.
struct DoctorFinding: Equatable, Sendable {
    enum State: String, Sendable { case ok, warn, fail }

    /// What was looked at, in one or two words.
    let subject: String
    let state: State
    /// What was found.
    let finding: String
    /// What to do; nil when nothing is to be done.
    let advice: String?

    init(_ subject: String, _ state: State, _ finding: String, advice: String? = nil) {
        self.subject = subject
        self.state = state
        self.finding = finding
        self.advice = advice
    }

    static let shape = RowShape<DoctorFinding>(
        fieldNames: ["subject", "state", "finding", "advice"],
        fields: {
            [
                Field("subject", .text($0.subject)), Field("state", .text($0.state.rawValue)),
                Field("finding", .text($0.finding)), Field("advice", FieldValue($0.advice))
            ]
        },
        columns: [
            Column("STATE") { $0.state.rawValue },
            Column("SUBJECT") { $0.subject },
            Column("FINDING") { finding in finding.finding + (finding.advice.map { "; " + $0 } ?? "") }
        ],
        name: \.subject)
}

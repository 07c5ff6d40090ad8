import Inventory
import Operations
import StrictJSON

extension Session {
    /// The set: in words for a person, as its file for a script.
    func print(set: PlanSet) throws {
        switch format() {
        case .table: try print(lines: PlanSetWords(set).lines + ["", "curtain apply \(set.id) carries it out."])
        case .names: try print(lines: [set.id.text])
        case .json, .jsonl:
            var json = JSONWriter()
            set.write(to: &json)
            try print(text: SafeJSON.text(json) + "\n")
        case .csv, .sarif, .junit: throw UsageFailure("a set of plans is no table; use -o json")
        }
    }

    /// Where a set stands: lines for a person, fields for a script.
    func print(status: PlanSetStatus) throws {
        guard format() == .table else {
            return try print(fields: status.fields, name: status.set.id.text)
        }
        var lines = [
            "\(status.set.id)  \(status.state.rawValue)  \(status.done) of \(status.members.count) values are new"
        ]
        for (place, member) in status.members.enumerated() {
            let plan = member.status.map {
                "\($0.plan)  \($0.state.rawValue)  \($0.done) of \($0.of) steps" + ($0.words.map { "  \($0)" } ?? "")
            }
            lines.append("\(place + 1)  \(member.member.reference)  \(plan ?? "its turn has not come")")
        }
        lines.append("safe to stop: \(status.safeToStop ? "yes" : "no")")
        if status.state == .done { lines.append("curtain retire \(status.set.id) lets the old values go, for good") }
        try print(lines: lines)
    }
}

extension PlanSetStatus {
    var fields: [Field] {
        [
            Field("set", .text(set.id.text)), Field("state", .text(state.rawValue)), Field("done", .number(done)),
            Field("of", .number(members.count)), Field("safeToStop", .flag(safeToStop)),
            Field(
                "members",
                .list(
                    members.map { member in
                        .object([
                            Field("ref", .text(member.member.reference.text)),
                            Field("plan", FieldValue(member.member.plan?.text)),
                            Field("state", .text(member.state.rawValue))
                        ])
                    }))
        ]
    }
}

extension ConsentOptions {
    /// Has the set's id typed, unless it was given or `--yes` was. Without a terminal it refuses.
    func require(_ verb: String, _ set: PlanSet, in session: Session) throws(OperationFailure) {
        if !yes, !session.options.quiet { for line in PlanSetWords(set).lines { StandardError.line(line) } }
        try require(verb, named: set.id.text, in: session)
    }
}

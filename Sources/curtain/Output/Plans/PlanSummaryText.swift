import ForeignText
import Inventory
import Operations
import StrictJSON

/// A plan's summary in one of its forms, with a line end behind it.
struct PlanSummaryText {
    let text: String

    init(_ summary: PlanSummary, _ form: SummaryCommand.Form) {
        switch form {
        case .text: text = summary.lines.map { ForeignText.visible($0) + "\n" }.joined()
        case .markdown: text = summary.markdown
        case .json:
            var json = JSONWriter()
            json.object { json in for field in Self.fields(summary) { field.write(to: &json) } }
            text = SafeJSON.text(json) + "\n"
        }
    }

    private static func fields(_ summary: PlanSummary) -> [Field] {
        let plan = summary.plan
        return [
            Field("plan", .text(plan.id.text)), Field("work", .text(plan.work.rawValue)),
            Field("ref", .text(plan.subject.text)), Field("account", .text(plan.account)),
            Field("region", .text(plan.region)), Field("state", .text(summary.state.rawValue)),
            Field("created", .time(plan.created)), Field("began", FieldValue(summary.began)),
            Field("ended", FieldValue(summary.ended)),
            Field(
                "changes",
                .list(
                    summary.changes.map { change in
                        .object([
                            Field("step", .text(change.step.text)),
                            Field("direction", .text(change.direction.rawValue)), Field("began", .time(change.began)),
                            Field("ended", FieldValue(change.ended)),
                            Field("result", FieldValue(change.result?.rawValue)),
                            Field("version", FieldValue(change.version)),
                            Field("requestIds", FieldValue(change.requestIDs)), Field("why", FieldValue(change.words))
                        ])
                    })),
            Field(
                "mayHoldOldValue",
                .list(
                    summary.holders.map { holder in
                        .object([
                            Field("ref", .text(holder.reference.text)), Field("until", FieldValue(holder.until)),
                            Field("how", .text(holder.words))
                        ])
                    })),
            Field(
                "problems",
                .list(
                    summary.problems.map { problem in
                        .object([
                            Field("step", .text(problem.step.text)), Field("ref", .text(problem.reference.text)),
                            Field("result", .text(problem.result.rawValue)), Field("why", .text(problem.words))
                        ])
                    })), Field("cannotUndo", FieldValue(plan.cannotUndo))
        ]
    }
}

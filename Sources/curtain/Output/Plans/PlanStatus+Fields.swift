import Inventory
import Operations

extension PlanStatus {
    static let shape = RowShape<PlanStatus>(
        fieldNames: ["plan", "state", "step", "of", "done", "failed", "waiting", "safeToStop", "undo", "needsPerson"],
        fields: { status in
            [
                Field("plan", .text(status.plan.text)), Field("state", .text(status.state.rawValue)),
                Field("step", FieldValue(status.step?.key.text)), Field("of", .number(status.of)),
                Field("done", .number(status.done)), Field("failed", .list(status.failed.map(\.value))),
                Field("waiting", FieldValue(status.words)), Field("safeToStop", .flag(status.safeToStop)),
                Field("undo", FieldValue(status.undo.map(\.key.text))),
                Field("needsPerson", .list(status.needsPerson.map(\.value)))
            ]
        },
        columns: [], name: \.plan.text)
}

extension RunProblem {
    fileprivate var value: FieldValue {
        .object([
            Field("step", .text(step.text)), Field("ref", .text(reference.text)),
            Field("result", .text(result.rawValue)), Field("why", .text(words))
        ])
    }
}

extension Session {
    /// The status: lines for a person, the documented fields for a script.
    func print(status: PlanStatus) throws {
        guard format() == .table else { return try print(one: status, shape: PlanStatus.shape) }
        var lines = ["\(status.plan)  \(status.state.rawValue)  \(status.done) of \(status.of) steps done"]
        if let step = status.step { lines.append("next     \(step.key)") }
        if let words = status.words { lines.append("why      \(words)") }
        lines += status.failed.map { "failed   \($0.step): \($0.words)" }
        lines += status.needsPerson.map { "person   \($0.step): \($0.words)" }
        if let undo = status.undo.first {
            lines.append("undo     \(undo.key) first; \(status.undo.count) steps can be taken back")
        }
        lines.append("safe to stop: \(status.safeToStop ? "yes" : "no")")
        try print(lines: lines)
    }
}

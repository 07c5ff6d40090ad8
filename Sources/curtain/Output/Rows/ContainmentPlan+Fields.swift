import Operations

extension ContainmentPlan {
    /// The documented fields; `id` is null as long as it is not done.
    func fields(id: String?) -> [Field] {
        [
            Field("id", FieldValue(id)), Field("action", .text(action.rawValue)), Field("ref", .text(reference)),
            Field("effect", .text(effect)), Field("also", FieldValue(also)), Field("undo", .text(undo)),
            Field("command", .text(commands.joined(separator: " && ")))
        ]
    }

    /// The same for a person.
    func lines(id: String?) -> [String] {
        var lines = ["\(action.rawValue) \(reference)" + (id.map { "  \($0)" } ?? ""), "effect: \(effect)"]
        lines += also.map { "also:   \($0)" }
        lines.append("undo:   \(undo)" + (id.map { " (curtain incident undo \($0))" } ?? ""))
        lines += commands.map { "call:   \($0)" }
        return lines
    }
}

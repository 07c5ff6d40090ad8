import ConsoleViewModels

/// A run in line mode: a line for each row that has changed, and none for the seconds that pass.
public enum LineRun {
    /// What is new in the second picture.
    public static func changes(from before: PlanFollow?, to after: PlanFollow) -> [String] {
        guard let before else { return [] }
        var lines = before.wave == after.wave || after.wave.isEmpty ? [] : ["\(after.id): \(after.wave)"]
        for (old, new) in zip(before.rows, after.rows)
        where old.state != new.state || (new.state == .run && old.step != new.step) {
            let words = new.words.isEmpty ? "" : ", \(new.words)"
            let step = new.step.isEmpty || new.step == new.name ? "" : ", \(new.step)"
            lines.append("\(new.name): \(new.state.spoken)\(step)\(words)")
        }
        return lines
    }
}

extension PlanFollow.Row.State {
    fileprivate var spoken: String {
        switch self {
        case .todo: "to do"
        case .run: "running"
        case .done, .failed, .undone, .leftOut, .needsPerson: rawValue
        }
    }
}

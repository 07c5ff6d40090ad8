/// What can be done with a plan.
public enum PlanCommand: String, Sendable, Equatable, CaseIterable, Hashable {
    case apply, resume, rollback, retire

    /// The word of a button and of a title.
    public var words: String {
        switch self {
        case .apply: "Apply"
        case .resume: "Resume"
        case .rollback: "Roll back"
        case .retire: "Retire the old value of"
        }
    }

    /// The words of the line that offers it.
    var offer: String {
        switch self {
        case .apply: "Apply it"
        case .resume: "Resume it"
        case .rollback: "Roll it back"
        case .retire: "Retire the old value"
        }
    }

    /// The words of the line that offers it for a plan that waits for a person.
    func offer(_ waits: PlanWait?) -> (words: String, meaning: String) {
        switch (self, waits) {
        case (.resume, .code?): ("The code is deployed", "say so, and look whether anybody still reads the old place")
        case (.resume, .unread?): ("Look again", "whether anybody still reads the old place, or go on all the same")
        case (.resume, .removal(let name)?): ("Remove \(name)", "for good, once its name is typed")
        case (.resume, nil), (.apply, _), (.rollback, _), (.retire, _): (offer, meaning)
        }
    }

    /// What it does, for the line that offers it.
    var meaning: String {
        switch self {
        case .apply: "carry it out"
        case .resume: "go on where it stopped"
        case .rollback: "take back what was done, in reverse order"
        case .retire: "end the old value for good: cannot be undone"
        }
    }
}

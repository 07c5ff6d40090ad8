import TerminalCanvas

/// Where a plan stands.
public enum PlanState: String, Sendable, Equatable, CaseIterable {
    /// Nothing has been changed yet.
    case planned
    /// A process works on it.
    case running
    /// Stopped half-way.
    case stopped
    /// Stopped at a step that waits for a person: for code, or for the typed name of what goes.
    case waiting
    /// The process that worked on it is gone without a word.
    case died
    case done
    case rolledBack = "rolled back"
    /// The old value was being let go when it stopped.
    case retiring
    case retired

    public var role: StyleRole {
        switch self {
        case .planned: .text
        case .running: .running
        case .stopped, .waiting, .died, .retiring: .stale
        case .done, .retired: .ok
        case .rolledBack: .drift
        }
    }

    /// What can be done with it now.
    public var commands: [PlanCommand] {
        switch self {
        case .planned: [.apply]
        case .running, .rolledBack, .retired: []
        case .stopped, .waiting, .died: [.resume, .rollback]
        case .retiring: [.retire]
        case .done: [.rollback, .retire]
        }
    }

    /// Whether it waits for a person.
    public var isHalfWay: Bool {
        switch self {
        case .stopped, .waiting, .died, .retiring: true
        case .planned, .running, .done, .rolledBack, .retired: false
        }
    }
}

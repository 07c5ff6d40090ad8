import Inventory

/// What a person does about the incident.
public enum IncidentOrder: Sendable, Equatable {
    /// Nil ids are made; nil severities are left open.
    case open(id: String?, title: String, severity: String?)
    case attach(String)
    case detach
    case close(note: String?)
    case note(String, about: String?)
    case decision(String, by: String)
    case todo(String, owner: String?)
    case todoDone(String)
    /// Read the timeline again, with what the audit trail has since.
    case look
    /// Look out for uses of old credentials for so long.
    case watch(seconds: Double)
    case stopWatch
    /// Say what a containment would do. Changes nothing.
    case prepare(ContainmentWord, Reference)
    /// Do what was prepared and confirmed.
    case contain(ContainmentWord, Reference, note: String?)
    case undo(String, note: String?)

    /// Whether it changes the account.
    var changesAccount: Bool {
        switch self {
        case .contain, .undo: true
        case .open, .attach, .detach, .close, .note, .decision, .todo, .todoDone, .look, .prepare, .watch, .stopWatch:
            false
        }
    }
}

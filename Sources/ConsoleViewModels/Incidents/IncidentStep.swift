/// Where a line of an incident's screens leads.
public enum IncidentStep: Sendable, Hashable {
    case list, open, detach, close, watch, stopWatch
    case attach(String)
    case todoDone(String)
    case undo(String)
}

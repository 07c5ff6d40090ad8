/// Where in the work an entry belongs.
public enum IncidentPhase: String, CaseIterable, Sendable {
    case detection, triage, containment, eradication, recovery, watch, closing
}

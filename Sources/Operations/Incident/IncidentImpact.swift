/// What is known of data that others saw.
public enum IncidentImpact: String, CaseIterable, Sendable {
    case confirmed, suspected, none
}

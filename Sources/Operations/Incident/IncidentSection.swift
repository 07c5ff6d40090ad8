/// Where in the report a note stands, besides the timeline.
public enum IncidentSection: String, CaseIterable, Sendable {
    /// What went well.
    case well
    /// What did not.
    case badly
    /// Why it was not seen earlier.
    case gap
    /// What is known of the data.
    case data

    public var words: String {
        switch self {
        case .well: "What went well"
        case .badly: "What did not"
        case .gap: "Detection gaps"
        case .data: "Data"
        }
    }
}

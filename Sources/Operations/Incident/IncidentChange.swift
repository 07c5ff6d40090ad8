/// What an entry changes of the incident itself. What is nil or empty stays as it was.
public struct IncidentChange: Equatable, Sendable {
    public var title: String?
    public var severity: IncidentSeverity?
    public var impact: IncidentImpact?
    /// The incident commander, as typed.
    public var commander: String?
    public var scribe: String?
    /// Those who join.
    public var responders: [String]

    public init(
        title: String? = nil, severity: IncidentSeverity? = nil, impact: IncidentImpact? = nil,
        commander: String? = nil, scribe: String? = nil, responders: [String] = []
    ) {
        self.title = title
        self.severity = severity
        self.impact = impact
        self.commander = commander
        self.scribe = scribe
        self.responders = responders
    }

    public var isEmpty: Bool { self == IncidentChange() }
}

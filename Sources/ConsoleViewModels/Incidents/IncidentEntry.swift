/// An incident in the list of incidents.
public struct IncidentEntry: Sendable, Equatable {
    public let id: String
    public let title: String
    public let severity: String
    public let isOpen: Bool
    /// Seconds since 1970; nil if that is not known here.
    public let opened: Double?
    public let lines: Int
    public let todos: Int

    public init(
        id: String, title: String, severity: String, isOpen: Bool, opened: Double?, lines: Int, todos: Int
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.isOpen = isOpen
        self.opened = opened
        self.lines = lines
        self.todos = todos
    }
}

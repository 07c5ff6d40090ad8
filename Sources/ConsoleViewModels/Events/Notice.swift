/// One line for the message row above the footer.
public struct Notice: Sendable, Equatable {
    public enum Severity: Sendable, Equatable {
        case information, warning, failure
    }

    public let severity: Severity
    public let text: String

    public init(_ severity: Severity, _ text: String) {
        self.severity = severity
        self.text = text
    }
}

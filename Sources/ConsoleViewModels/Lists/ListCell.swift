import TerminalCanvas

/// What one column says of one row, and what that means.
public struct ListCell: Sendable, Equatable {
    public let text: String
    public let role: StyleRole

    public init(_ text: String, _ role: StyleRole = .text) {
        self.text = text
        self.role = role
    }

    /// The list call does not tell.
    static let untold = ListCell("?", .unknown)
    static let none = ListCell("-", .muted)
}

/// Why a text is no template that can be read. Quotes nothing of it.
public struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
    public let message: String
    /// Counted from 1; nil where no line is to blame.
    public let line: Int?

    public init(_ message: String, line: Int? = nil) {
        self.message = message
        self.line = line
    }

    public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

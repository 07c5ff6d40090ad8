/// Why a text is no reference: one line that names the place. Never quotes the text, because what a
/// person pasted in the wrong place may be a value.
public struct ReferenceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong and what would be right, for a person.
    public let message: String
    /// The place, counted in characters from 1.
    public let character: Int

    public init(_ message: String, at character: Int) {
        self.message = message
        self.character = character
    }

    public var description: String { "not a reference: character \(character): \(message)" }
}

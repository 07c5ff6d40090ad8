/// Why a text is not JSON (RFC 8259), and where. Never quotes the text.
public struct JSONError: Error, Equatable, Sendable {
    /// What is wrong at the place.
    public enum Reason: String, Sendable {
        case unexpectedEnd, unexpectedCharacter, badEscape, badNumber, controlCharacterInString
        case trailingCharacters, tooDeep, invalidUTF8
    }

    public let reason: Reason
    /// The offset in bytes from the start of the text.
    public let offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

/// Why a text is not the XML that AWS sends, and where. Never quotes the text.
public struct XMLError: Error, Equatable, Sendable {
    public enum Reason: String, Sendable {
        case unexpectedEnd, badName, badAttribute, badReference, mismatchedTag, forbidden, tooDeep
        case textOutsideRoot, noRoot, trailingElement, invalidUTF8
    }

    public let reason: Reason
    /// The offset in bytes from the start of the text.
    public let offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

import Inventory

/// Something that still holds the old value of a plan, or still needs it.
public struct RetiredPlace: Hashable, Sendable {
    /// What will become of it.
    public enum End: String, CaseIterable, Sendable {
        /// Retiring removes it.
        case removed
        /// No call can remove it, or it is somebody else's to remove; the words say what to do.
        case stays
        /// It is in use: retiring now would take it from somebody.
        case inUse
    }

    /// `env:FUNCTION@VERSION/KEY`, `secret:NAME@VERSION`, `param:NAME:VERSION`, `stack:NAME`, `fn:NAME`.
    public let reference: Reference
    public let end: End
    /// How it holds or needs the value, and what to do about it.
    public let words: String

    public init(_ reference: Reference, _ end: End, _ words: String) {
        self.reference = reference
        self.end = end
        self.words = words
    }
}

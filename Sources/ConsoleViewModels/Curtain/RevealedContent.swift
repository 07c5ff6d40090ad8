import Inventory

/// What a reveal brought back.
public enum RevealedContent: Sendable {
    /// How the bytes are drawn.
    public enum Form: String, Sendable {
        case text, pem, binary
    }

    /// One field of a JSON secret: its place and what may be known of its value.
    public struct Field: Sendable, Equatable {
        /// RFC 6901, `/password`.
        public let pointer: String
        /// The name for the screen, cleaned.
        public let name: String
        public let size: SizeClass

        public init(pointer: String, name: String, size: SizeClass) {
            self.pointer = pointer
            self.name = name
            self.size = size
        }
    }

    /// The value; `version` is what was read (a version id, a number, a RevisionId).
    case value(any OpenValue, form: Form, version: String?)
    /// The value is a JSON object: it has been parsed, wiped and dropped, and one of its fields may be asked for.
    case fields([Field], version: String?)
}

import Inventory

/// What a value's bytes are, as far as drawing them needs to know.
public enum ValueShape: Equatable, Sendable {
    /// UTF-8.
    case text
    /// UTF-8 that begins with a PEM armour (RFC 7468); the label is `RSA PRIVATE KEY` and the like.
    case pem(label: String)
    /// A JSON object with its fields.
    case json([ValueField])
    /// Bytes that are no text.
    case binary
}

/// One field of a JSON value: where it is and what may be known of it while it is closed.
public struct ValueField: Equatable, Sendable {
    /// RFC 6901, `/password` or `/db/hosts/0`.
    public let pointer: String
    /// The path for the screen, cleaned: `password`, `db/hosts/0`.
    public let name: String
    public let size: SizeClass

    public init(pointer: String, name: String, size: SizeClass) {
        self.pointer = pointer
        self.name = name
        self.size = size
    }
}

import Inventory

/// A filter that a person keeps under a name.
public struct SavedFilter: Sendable, Equatable {
    public let name: String
    public let kind: ResourceKind
    /// As it is typed after `/`.
    public let text: String

    public init(name: String, kind: ResourceKind, text: String) {
        self.name = name
        self.kind = kind
        self.text = text
    }
}

import Inventory

/// The fields of a JSON secret that were read with a note: names and size classes.
public struct FieldChoice: Sendable, Equatable {
    /// The read that found the names.
    public let request: RevealRequest
    public let title: String
    public let fields: [RevealedContent.Field]
    /// Monotonic seconds at which the names go away too.
    public internal(set) var deadline: Double
    public internal(set) var cursor = 0

    /// The field under the cursor.
    public var selected: RevealedContent.Field? {
        fields.indices.contains(cursor) ? fields[cursor] : nil
    }
}

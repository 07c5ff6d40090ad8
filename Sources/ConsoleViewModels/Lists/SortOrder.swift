/// By which column, and which way.
public struct SortOrder: Sendable, Equatable {
    public let column: ListColumn
    public let descending: Bool
}

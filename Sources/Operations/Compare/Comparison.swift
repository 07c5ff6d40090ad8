import Inventory

/// Which of some values are the same.
public struct Comparison: Equatable, Sendable {
    /// The references, those of equal values together; each in the order in which it was named.
    public let groups: [[Reference]]

    public init(groups: [[Reference]]) { self.groups = groups }

    /// Whether all of them are the same.
    public var isSame: Bool { groups.count <= 1 }
}

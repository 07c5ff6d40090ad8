/// A thing with everything that uses it, or that it reaches, as a picture and a screen show it: what stands between is a
/// branch of its own.
public struct ConsumerTree: Sendable, Equatable {
    /// One branch.
    public struct Branch: Sendable, Equatable {
        public let reference: Reference
        public let row: ConsumerRow?
        public let branches: [Branch]

        public init(reference: Reference, row: ConsumerRow?, branches: [Branch] = []) {
            self.reference = reference
            self.row = row
            self.branches = branches
        }
    }

    public enum Direction: Sendable, Equatable { case usedBy, reach }

    public let root: Reference
    public let direction: Direction
    public let branches: [Branch]

    public init(usedBy root: Reference, _ rows: [ConsumerRow]) { self.init(root, .usedBy, rows) }
    public init(reach root: Reference, _ rows: [ConsumerRow]) { self.init(root, .reach, rows) }

    private init(_ root: Reference, _ direction: Direction, _ rows: [ConsumerRow]) {
        self.root = root
        self.direction = direction
        // What is reached only through another thing of the picture hangs below that.
        let shown = Set(rows.map(\.reference))
        func parent(_ row: ConsumerRow) -> Reference? {
            guard let via = row.via, via != row.reference, shown.contains(via), via.isWay else { return nil }
            return row.evidence.allSatisfy { $0.via == via } ? via : nil
        }
        let below = Dictionary(grouping: rows.filter { parent($0) != nil }) { parent($0) ?? root }
        branches = rows.filter { parent($0) == nil }.map { row in
            Branch(
                reference: row.reference, row: row,
                branches: (below[row.reference] ?? []).map { Branch(reference: $0.reference, row: $0) })
        }
    }
}

extension Reference {
    /// Whether others are reached through such a thing.
    fileprivate var isWay: Bool {
        switch self {
        case .secret, .parameter: true
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            false
        }
    }
}

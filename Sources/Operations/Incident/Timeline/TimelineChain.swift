/// The lines of one installation about one incident, each tied to the one before.
public struct TimelineChain: Equatable, Sendable {
    /// Why lines are no chain.
    public enum Damage: Error, Equatable, Sendable {
        /// The line is not what was written there, or is not tied to the one before; counted from 1.
        case line(Int)
        /// It belongs to another incident or another chain than the first line.
        case foreign(Int)
    }

    public private(set) var lines: [TimelineLine]

    /// nil in an empty one.
    public var id: String? { lines.first?.chain }
    public var lastHash: String { lines.last?.hash ?? TimelineLine.zeros }

    public init() { lines = [] }

    /// Checks numbers, hashes and ties.
    init(_ texts: some Sequence<[UInt8]>) throws(Damage) {
        lines = []
        for (index, text) in texts.enumerated() {
            guard let line = TimelineLine(parsing: text) else { throw .line(index + 1) }
            try add(line)
        }
    }

    /// Adds a line that must follow the last one.
    mutating func add(_ line: TimelineLine) throws(Damage) {
        if let first = lines.first, line.chain != first.chain || line.incident != first.incident {
            throw .foreign(lines.count + 1)
        }
        guard line.sequence == lines.count + 1, line.previous == lastHash else { throw .line(lines.count + 1) }
        lines.append(line)
    }

    /// Whether one of the two is the beginning of the other.
    func agrees(with other: TimelineChain) -> Bool {
        zip(lines, other.lines).allSatisfy { $0.hash == $1.hash }
    }
}

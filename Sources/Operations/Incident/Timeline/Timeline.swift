/// All chains of an incident together, in the order of time.
public struct Timeline: Equatable, Sendable {
    public let lines: [TimelineLine]
    /// How many chains are in it, all of them checked.
    public let chainCount: Int

    public init(_ chains: [TimelineChain]) {
        chainCount = chains.filter { $0.id != nil }.count
        lines = chains.flatMap(\.lines).sorted { one, two in
            if one.entry.time != two.entry.time { return one.entry.time < two.entry.time }
            return (one.chain, one.sequence) < (two.chain, two.sequence)
        }
    }

    public var entries: [TimelineEntry] { lines.map(\.entry) }
}

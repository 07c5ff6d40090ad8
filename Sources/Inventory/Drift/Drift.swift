import FoundationEssentials
import SensitiveMemory

/// Finds the functions that are on an older value than their source: by times, and by fingerprints where those of
/// stored values were taken.
public struct Drift: Sendable {
    /// AWS's caching clients hold a value so long.
    static let cacheSeconds = 3600.0
    /// The extension's cache, unless a variable says less.
    static let extensionSeconds = 300

    let graph: ConsumerGraph
    let facts: AccountFacts
    let changes: SourceChanges

    public init(_ graph: ConsumerGraph) {
        self.graph = graph
        facts = graph.facts
        changes = SourceChanges(graph.facts)
    }

    /// The things whose version times decide: those that templates put into functions, that are named with a version,
    /// and those that changed lately.
    public static func sources(_ graph: ConsumerGraph) -> [Reference] {
        let stacks = graph.facts.stacks.flatMap(\.uses).map { graph.known($0.source) }
        let stored = graph.facts.stored.map(\.source)
        let pinned = graph.pinnedVariables.map(\.source)
        return Array(Set(stacks + stored + pinned)).filter { $0.namesValue }.sorted { $0.text < $1.text }
    }

    /// The rows, those that are sure first.
    public var rows: [DriftRow] {
        let copied = copies()
        // Where fingerprints were taken of a source, they decide; times only where none were. What a template puts in is
        // mended there, whatever found it.
        let deployed = resolved().filter { !isKnownCurrent($0.reference, $0.source) }.map { row in
            copied.first { $0.reference == row.reference && $0.source == row.source }.map { row.holding($0.holds) }
                ?? row
        }
        var found = deployed
        for rows in [copied, pinned()] {
            found += rows.filter { row in !found.contains { $0.reference == row.reference } }
        }
        found += caches() + snapshots()
        return found.sorted {
            ($1.certainty, $0.reference.text, $0.source.text) < ($0.certainty, $1.reference.text, $1.source.text)
        }
    }

    /// Whether the variable's fingerprint is that of the source's current value.
    private func isKnownCurrent(_ reference: Reference, _ source: Reference) -> Bool {
        guard case .variable(let function, let version, let name) = reference else { return false }
        return graph.lineage.held.contains { held in
            held.stored?.isCurrent == true && held.source == source && held.slot.function == function
                && held.slot.version == version && held.slot.name == name
        }
    }
}

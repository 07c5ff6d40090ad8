import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain drift [REF…]`
struct DriftCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Find functions that hold an older value than its source, and why.",
        discussion: """
            By times: what a deployment resolved, versions behind aliases, pinned references, caches with their latest end, \
            snapshots. With --note also by fingerprints: copies in variables; that reads the stored values of the \
            secrets (or of the things that are named), each on record before it is fetched. docs/drift.md explains \
            each row. Exit code 3 when something is found.
            """)

    @Argument(
        help: ArgumentHelp(
            "Only these sources (secret:NAME, param:NAME; with --note, these are read), or these functions (fn:NAME).",
            valueName: "ref"))
    var references: [String] = []

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let asked = try references.map { try Reference(parsing: $0) }.map { $0.ofRow ?? $0 }
        for reference in asked where !reference.isFunction { try reference.requireValue() }
        var options = facts
        // Rights say nothing about drift.
        options.without.append(.policies)
        let places = try await SessionPlaces.of(session)
        let read = options
        let (outcomes, failure) = try await places.map(limit: facts.placesAtOnce) { place in
            try await Self.look(place, read, asked)
        }
        for reference in asked where failure == nil && !outcomes.contains(where: { $0.known.contains(reference) }) {
            throw OperationFailure(
                .notFound, "no \(reference) in \(places.all.map(\.region).joined(separator: ", "))")
        }
        let rows = outcomes.flatMap(\.rows)
        try session.print(rows, shape: DriftRow.shape.placed(places))
        if rows.isEmpty { session.tellNothing("nothing that can be seen holds an older value than its source") }
        if facts.note == nil, !session.options.quiet, session.format() == .table {
            StandardError.line(
                "curtain: copies in variables were not looked for; --note TEXT does, and reads stored values")
        }
        for outcome in outcomes { outcome.place.tell(gaps: outcome.gaps) }
        if let failure { return failure }
        return rows.isEmpty ? outcomes.allSatisfy(\.gaps.isEmpty) ? .done : .stoppedHalfway : .finding
    }

    /// What came of one region: its rows, not what they were made from.
    private struct Outcome: Sendable {
        let place: SessionPlace
        let rows: [Placed<DriftRow>]
        /// Those of the sources that are there.
        let known: [Reference]
        let gaps: [String]
    }

    private static func look(
        _ place: SessionPlace, _ options: FactsOptions, _ asked: [Reference]
    ) async throws -> Outcome {
        let account = try await AccountGraph.load(
            place.session, options, asked: nil, versionTimes: Drift.sources,
            sources: { facts in
                let named = asked.filter { !$0.isFunction && facts.lists($0) }
                guard asked.isEmpty || asked.contains(where: \.isFunction) else { return named }
                // Of a function it is not known beforehand of which secret it holds a copy.
                return named + facts.secrets.map(\.common.reference).filter { !named.contains($0) }
            })
        let graph = account.graph
        let wanted = Set(asked.map(graph.known))
        let rows = Drift(graph).rows.filter { row in
            wanted.isEmpty || wanted.contains(row.source) || row.reference.ofRow.map(wanted.contains) ?? false
        }
        return Outcome(
            place: place, rows: rows.map { Placed(row: $0, place: account.facts.place) },
            known: asked.filter(account.has), gaps: account.facts.gaps)
    }
}

extension Reference {
    fileprivate var isFunction: Bool {
        if case .function = self { true } else { false }
    }
}

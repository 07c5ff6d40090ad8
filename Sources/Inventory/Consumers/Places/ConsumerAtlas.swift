/// Who depends on what in several regions and accounts, with what crosses from one to another.
///
/// A name is of one place; the same name elsewhere is another thing, or its replica. What crosses is written as an ARN, is
/// a name that its own place does not have, is a right (roles are of the whole account), or is an equal value.
public struct ConsumerAtlas: Sendable {
    /// In the order in which they were asked for.
    public let graphs: [ConsumerGraph]
    /// Reads of functions elsewhere: by the place of the function, then of what it read.
    private let reads: [AccountPlace: [AccountPlace: [AccessEvent]]]

    /// - Parameter places: what was read of each place, with the names in it, all under one key for fingerprints.
    public init(_ places: [(facts: AccountFacts, names: NameIndex)]) {
        guard places.count > 1 else {
            graphs = places.map { ConsumerGraph($0.facts, names: $0.names) }
            reads = [:]
            return
        }
        var reads: [AccountPlace: [AccountPlace: [AccessEvent]]] = [:]
        let tables = places.map { ($0.facts.place, RoleTable($0.facts)) }
        graphs = places.map { facts, names in
            var facts = facts
            let others = places.filter { $0.facts.account == facts.account && $0.facts.place != facts.place }
            // A role runs functions in one region and reads in another: here it is a function's, not one of the people.
            for other in others { facts.roles.merge(other.facts.roles) { own, _ in own } }
            let runs = Set(others.flatMap { $0.facts.functions.compactMap(\.role) })
            facts.principals.removeAll { runs.contains($0.arn) }
            let elsewhere = tables.filter { table in others.contains { $0.facts.place == table.0 } }
            let place = facts.place
            facts.reads.removeAll { event in
                let readers = elsewhere.filter { _, table in
                    if case .function? = table.reader(event.actor) { true } else { false }
                }
                for (reader, _) in readers { reads[reader, default: [:]][place, default: []].append(event) }
                return !readers.isEmpty
            }
            return ConsumerGraph(facts, names: names)
        }
        self.reads = reads
    }

    /// Everything that uses the thing, wherever it is of those places.
    ///
    /// - Parameter wanted: where the thing is looked for; all places unless an ARN says which.
    public func usedBy(_ reference: Reference, in wanted: (AccountPlace) -> Bool = { _ in true }) -> [PlacedConsumer] {
        rows(reference, in: wanted, own: { $0.usedBy($1) }) { graph, other, source in
            crossing(from: other, to: graph).usedBy(source)
        }
    }

    /// Everything that the function, role, user or stack reads or may read in any of the places.
    public func reach(_ reference: Reference, in wanted: (AccountPlace) -> Bool = { _ in true }) -> [PlacedConsumer] {
        rows(reference, in: wanted, own: { $0.reach($1) }) { graph, other, consumer in
            crossing(from: graph, to: other).reach(consumer)
        }
    }

    /// What each wanted place tells of itself, and of it and each other place.
    private func rows(
        _ reference: Reference, in wanted: (AccountPlace) -> Bool,
        own: (ConsumerGraph, Reference) -> [ConsumerRow],
        crossed: (_ graph: ConsumerGraph, _ other: ConsumerGraph, _ reference: Reference) -> [ConsumerRow]
    ) -> [PlacedConsumer] {
        graphs.filter { wanted($0.facts.place) }.flatMap { graph -> [PlacedConsumer] in
            let known = graph.known(reference)
            let asked = graph.facts.place
            return own(graph, known).map { PlacedConsumer(row: $0, place: asked, asked: asked) }
                + graphs.filter { $0.facts.place != asked }.flatMap { other in
                    crossed(graph, other, known).map {
                        PlacedConsumer(row: $0, place: other.facts.place, asked: asked)
                    }
                }
        }
    }

    private func crossing(from here: ConsumerGraph, to there: ConsumerGraph) -> ConsumerCrossing {
        ConsumerCrossing(from: here, to: there, reads: reads[here.facts.place]?[there.facts.place] ?? [])
    }
}

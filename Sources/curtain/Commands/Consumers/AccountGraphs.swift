import Inventory
import Operations

/// What was read of every region and account that a command goes through.
struct AccountGraphs: Sendable {
    let places: SessionPlaces
    private(set) var all: [(place: SessionPlace, graph: AccountGraph)]
    /// The exit code of the first place that could not be read.
    let failure: ExitStatus?
    /// The place that the ARN which was asked about names.
    private let arn: AmazonResourceName?

    /// - Parameter text: the reference as it was typed: an ARN says where its thing is.
    static func load(
        _ session: Session, _ options: FactsOptions, asked: Reference?, typed text: String,
        sources: @escaping @Sendable (AccountFacts) -> [Reference] = { _ in [] }
    ) async throws -> AccountGraphs {
        let places = try await SessionPlaces.of(session)
        let (all, failure) = try await places.map(limit: options.placesAtOnce) { place in
            (place, try await AccountGraph.load(place.session, options, asked: asked, sources: sources))
        }
        return AccountGraphs(places: places, all: all, failure: failure, arn: AmazonResourceName(text))
    }

    var atlas: ConsumerAtlas { ConsumerAtlas(all.map { ($0.graph.facts, $0.graph.names) }) }

    /// Whether the thing that was asked about may be in a place.
    func isAsked(_ place: AccountPlace) -> Bool { arn.map(place.mayHave) ?? true }

    /// Throws `notFound` for a thing of a listed kind that is nowhere.
    func require(_ reference: Reference) throws(OperationFailure) {
        let asked = all.filter { isAsked($0.graph.facts.place) }
        // Where a place could not be read, nobody knows: its failure says more.
        guard !asked.contains(where: { $0.graph.has(reference) }), failure == nil || !asked.isEmpty else { return }
        if asked.isEmpty, let arn {
            throw OperationFailure(
                .usage,
                "\(reference) is in \(arn.region) of account \(arn.account), which was not asked: --region \(arn.region)"
            )
        }
        let regions = asked.map(\.graph.facts.region).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        throw OperationFailure(
            .notFound,
            "no \(asked.first?.graph.graph.known(reference) ?? reference) in \(regions.joined(separator: ", "))")
    }

    /// The same with one version of the function in the place of all, where a version or alias is named. Throws `notFound`
    /// if the function has it nowhere.
    func only(_ reference: Reference) throws(OperationFailure) -> AccountGraphs {
        let (function, qualifier): (String, String)
        switch reference {
        case .function(let name, let version?): (function, qualifier) = (name, version)
        case .alias(let name, let alias): (function, qualifier) = (name, alias)
        case .function, .variable, .parameter, .secret, .key, .role, .user, .accessKey, .eventSourceMapping,
            .functionURL, .stack:
            return self
        }
        var result = self
        result.all = all.compactMap { place, graph in
            guard isAsked(graph.facts.place), graph.has(.function(name: function)) else { return (place, graph) }
            return graph.facts.only(function, at: qualifier).map {
                (place, AccountGraph(facts: $0, names: graph.names))
            }
        }
        guard result.all.contains(where: { $0.graph.has(.function(name: function)) }) else {
            throw OperationFailure(.notFound, "\(function) has no version or alias \(qualifier)")
        }
        return result
    }

    /// Tells what could not be read; the exit code that this makes of a success.
    func tellGaps() -> ExitStatus {
        var status = ExitStatus.done
        for (place, graph) in all where graph.tellGaps(place) != .done { status = .stoppedHalfway }
        return failure ?? status
    }
}

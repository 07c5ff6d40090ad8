import AWSClient
import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain list functions|parameters|secrets|keys`
struct ListCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List functions, parameters, secrets or keys.",
        discussion: """
            Rows have names, times and states, never a value. Several kinds are listed side by side; where some \
            cannot be read, the others still are. What the list call of AWS does not tell is null without --detail.
            """)

    @Argument(help: "What to list.")
    var kinds: [ListedKind]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only rows with the text, in any case, in name, tags, description or state.", valueName: "text"))
    var filter: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Sort by name, modified or another field; KEY:desc for the reverse.", valueName: "key"))
    var sort: String?

    @Flag(name: .long, help: "Also what the list call does not tell: states, aliases, tags, links; more calls a row.")
    var detail = false

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let kinds = kinds.reduce(into: [ResourceKind]()) { if !$0.contains($1.kind) { $0.append($1.kind) } }
        if session.format() == .csv, kinds.count > 1 {
            throw UsageFailure("csv has one header: list one kind at a time")
        }
        let sorts = try sorts(of: kinds)
        let places = try await SessionPlaces.of(session)
        let output = ListOutput(
            session, kinds: kinds, filter: filter.map { RowFilter($0) }, sorts: sorts, places: places)
        let detail = detail
        let loading = Task {
            try await places.map { place in
                let inventory = try AccountReader(place.session).inventory
                let failures = await inventory.load(
                    kinds,
                    options: { _ in ListOptions(detail: detail, tags: detail, links: detail, remembered: detail) },
                    each: { kind, update in await output.take(update, of: kind, from: place) })
                return ListOutput.Failures(place: place, failures: failures)
            }
        }
        await output.whenClosed { loading.cancel() }
        let (failures, failure) = try await withTaskCancellationHandler {
            try await loading.value
        } onCancel: {
            loading.cancel()
        }
        let status = try await output.finish(failures)
        return failure ?? status
    }

    private func sorts(of kinds: [ResourceKind]) throws -> [ResourceKind: RowSort] {
        guard let sort else { return [:] }
        var sorts: [ResourceKind: RowSort] = [:]
        for kind in kinds {
            guard let order = RowSort(word: sort, kind: kind) else {
                let keys = RowSort.keys(for: kind).joined(separator: ", ")
                throw UsageFailure("\(kind.plural) cannot be sorted by \(sort); there are \(keys)")
            }
            sorts[kind] = order
        }
        return sorts
    }
}

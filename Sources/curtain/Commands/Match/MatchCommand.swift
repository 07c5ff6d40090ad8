import AWSClient
import AccountAccess
import ArgumentParser
import Glibc
import Operations
import SensitiveMemory

/// `curtain match --note TEXT`
struct MatchCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Say where a leaked value is, without showing anything.",
        discussion: """
            Reads the leaked text from standard input, or asks for it without echo, and wipes it. Looks at every \
            variable of every function version, every parameter with its history, every labelled version of every \
            secret: each of these reads is in CloudTrail and changes LastAccessedDate. Exit code 3 if it was found or \
            if something could not be searched; 0 only if it is nowhere. `--region all` searches every enabled region.
            """)

    static let places = PlaceScope.regions

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let note = note ?? ""
        try ValueSession(session).check("search for a value", note: note, references: [])
        let places = try await SessionPlaces.of(session)
        guard let first = places.all.first else { return places.failure ?? .failed }
        let leak = try await LeakedInput.read("the leaked text (not shown, wiped afterwards): ", session)
        defer { leak.wipe() }
        for id in leak.accessKeyIDs {
            StandardError.line("curtain: \(id) names an access key: curtain incident triage accesskey:\(id)")
        }
        let result = try await ValueSession(first.session).perform { access, context in
            let match = Match(
                regions: try places.all.map { AccountSearch(calls: try $0.session.client(), region: $0.region) },
                audit: access.audit, fingerprints: access.fingerprints, policy: access.policy)
            let others = await Self.regions(beside: places, of: try first.session.client())
            return try await match(
                leak, note: note, otherRegions: others, mode: session.mode, as: context
            ) { reads in
                if !session.options.quiet {
                    StandardError.line(
                        "curtain: \(reads) value-reading calls, each of them in CloudTrail; secrets get a new LastAccessedDate"
                    )
                }
            }
        }
        try MatchOutput(session).print(result)
        try noteCoverage(result, session)
        return result.found.isEmpty && result.coverage.isWhole ? .done : .finding
    }

    /// The enabled regions that are not searched; nil where AWS does not tell which are enabled. The coverage says both.
    private static func regions(beside places: SessionPlaces, of client: AWSClient) async -> [String]? {
        let searched = Set(places.all.map(\.region))
        do throws(OperationFailure) {
            return try await EnabledRegions.load(client).filter { !searched.contains($0) }
        } catch {
            return nil
        }
    }

    /// What could not be searched belongs into the report of the incident.
    private func noteCoverage(_ result: MatchResult, _ session: Session) throws {
        guard let incident = try session.incident(), !result.coverage.isWhole else { return }
        let desk = try IncidentDesk(session)
        var entry = desk.entry(TimelineAction(rawValue: "match.coverage"), from: .tool, phase: .triage)
        let coverage = result.coverage
        entry.result =
            "the search for the value was not whole: \(coverage.denied.count) denied, \(coverage.undecryptable.count)"
            + " undecryptable, \(coverage.notSearched.count) not searched"
        try desk.store.log(incident).append(entry)
    }
}

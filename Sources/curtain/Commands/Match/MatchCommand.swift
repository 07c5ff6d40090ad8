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
        let regions = session.options.region?.split(separator: ",").map(String.init)
        let single = session.inRegion(regions.flatMap { $0 == ["all"] ? nil : $0.first })
        let values = ValueSession(single)
        try values.check("search for a value", note: note, references: [])
        let leak = try await LeakedInput.read("the leaked text (not shown, wiped afterwards): ", session)
        defer { leak.wipe() }
        for id in leak.accessKeyIDs {
            StandardError.line("curtain: \(id) names an access key: curtain incident triage accesskey:\(id)")
        }
        let result = try await values.perform { access, context in
            let client = try single.client()
            let enabled: [String]?
            do throws(OperationFailure) { enabled = try await EnabledRegions.load(client) } catch {
                // Told by the coverage: what is not known to be there is not searched.
                guard regions != ["all"] else { throw error }
                enabled = nil
            }
            let own = client.configuration.region ?? ""
            let wanted = regions.map { $0 == ["all"] ? enabled ?? [own] : $0 } ?? [own]
            let match = Match(
                regions: wanted.map { AccountSearch(calls: client.inRegion($0), region: $0) }, audit: access.audit,
                fingerprints: access.fingerprints, policy: access.policy)
            return try await match(
                leak, note: note, otherRegions: enabled.map { $0.filter { !wanted.contains($0) } },
                mode: session.mode, as: context
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

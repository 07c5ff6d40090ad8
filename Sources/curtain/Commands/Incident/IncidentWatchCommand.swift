import AWSClient
import AccountAccess
import ArgumentParser
import FoundationEssentials
import Inventory
import Operations

/// `curtain incident watch [REF…]`
struct IncidentWatchCommand: RunnableCommand {
    static var formats: Set<OutputFormat> { [.table, .jsonl] }

    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Look out for any use of an old credential since its rotation.",
        discussion: """
            Without references: what the incident's timeline says was rotated or made inactive. CloudTrail's event time \
            is watched in the region and in us-east-1, two calls a second at most; it tells late, so the last event \
            seen is named, and nothing is called clean. What AWS refused as dead is a try, not a use. Exit code 3 on a \
            use, 4 if a region could not be seen to the end.
            """)

    @Argument(help: ArgumentHelp("accesskey:ID, user:NAME, secret:NAME or param:NAME.", valueName: "ref"))
    var references: [String] = []

    @Option(name: .customLong("for"), help: ArgumentHelp("How much of CloudTrail's event time.", valueName: "span"))
    var span = TimeSpan(seconds: 1800, words: "30m")

    @Option(name: .long, help: ArgumentHelp("Between two looks.", valueName: "span"))
    var every = TimeSpan(seconds: 30, words: "30s")

    @Option(
        name: .long,
        help: ArgumentHelp("Since when a use is one too many (RFC 3339); else its rotation.", valueName: "time"))
    var since: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A function whose errors and throttles are shown; may be given again. Else those that plans and containments touched.",
            valueName: "name"))
    var function: [String] = []

    @Flag(name: .long, help: "Go on after a use has been seen.")
    var toTheEnd = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if span.seconds < 1 || span.seconds > 86_400 { throw ValidationError("--for takes 1s to 24h.") }
        if every.seconds < 1 || every.seconds > 3600 { throw ValidationError("--every takes 1s to 1h.") }
        if let since, TimelineTime.date(since) == nil {
            throw ValidationError("--since takes a time such as 2026-11-24T08:55:00Z.")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try session.incident().map { id throws(OperationFailure) in try desk.store.known(id) }
        var subjects: WatchSubjects?
        if let log {
            try IncidentRecords(desk).absorb(into: log)
            subjects = WatchSubjects(try log.timeline())
        }
        let asked = try credentials(subjects)
        let access = try await ContainmentSession(desk, incident: log?.id)
        let reading = AccountWatch(access)
        let now = Date()
        var targets: [WatchTarget] = []
        for (reference, since) in asked {
            targets.append(try await reading.target(reference, since: since, now: now))
        }
        let watch = IncidentWatch(targets, regions: reading.names, began: now, seconds: span.seconds)
        let round = WatchRound(
            desk: desk, log: log, reading: reading, functions: try functions(subjects), every: every.seconds,
            toTheEnd: toTheEnd)
        return try await round.run(watch)
    }

    /// What was named, or else what the timeline says.
    private func credentials(_ subjects: WatchSubjects?) throws -> [(Reference, Date?)] {
        let time = since.flatMap(TimelineTime.date)
        if references.isEmpty {
            let found = subjects?.credentials ?? []
            guard !found.isEmpty else {
                throw OperationFailure(
                    .usage,
                    "nothing was rotated or made inactive in this incident; name what to watch, such as accesskey:AKIA…"
                )
            }
            return found.map { ($0.reference, time ?? $0.since) }
        }
        return try references.map { text in
            let reference = try Reference(parsing: text)
            return (reference, time ?? subjects?.credentials.first { $0.reference == reference }?.since)
        }
    }

    private func functions(_ subjects: WatchSubjects?) throws -> [String] {
        guard !function.isEmpty else { return subjects?.functions ?? [] }
        return try function.map { text in
            guard text.contains(":") else { return text }
            guard case .function(let name, _) = try Reference(parsing: text) else {
                throw OperationFailure(.usage, "--function takes a function, not \(text)")
            }
            return name
        }
    }
}

extension AccountWatch {
    /// The session's region and us-east-1, where IAM's and global sign-in events are.
    init(_ access: ContainmentSession) {
        let region = access.responder.region
        var regions: [(name: String, calls: any AWSCalling)] = [(region, access.client)]
        if region != "us-east-1" { regions.append(("us-east-1", access.client.inRegion("us-east-1"))) }
        self.init(regions: regions, responder: access.responder)
    }
}

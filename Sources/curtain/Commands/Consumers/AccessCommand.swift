import AccountAccess
import ArgumentParser
import FoundationEssentials
import Inventory
import Operations

/// `curtain access [REF]`
struct AccessCommand: RunnableCommand {
    /// How accesses are put together.
    enum Grouping: String, CaseIterable, ExpressibleByArgument, Sendable {
        case event, reader, hour
    }

    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Say who read a thing, from CloudTrail.",
        discussion: """
            CloudTrail's history has 90 days and answers two calls a second; what was read is kept in the cache folder \
            (names and times only) and asked for once. New readers and unusual hours are marked where enough is known of \
            the time before. A function's own reads of its variables leave no trace: of those, only kms:Decrypt and the \
            calls that answer with a configuration are seen. Events arrive up to half an hour late.
            """)

    @Argument(
        help: ArgumentHelp(
            "The thing: secret:NAME, param:NAME, key:ID, fn:NAME; or the reader: role:NAME, user:NAME. Without it, all.",
            valueName: "ref"))
    var reference: String?

    @Option(name: .long, help: ArgumentHelp("How far back (30m, 24h, 7d).", valueName: "span"))
    var since = TimeSpan(seconds: 86_400, words: "24h")

    @Option(name: .long, help: "One row an event, a reader or an hour; hours are drawn as a plot.")
    var by: Grouping = .event

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How far back habits are looked for, to tell what is new or unusual; 0s for not at all.", valueName: "span")
    )
    var habits = TimeSpan(seconds: 14 * 86_400, words: "14d")

    @Option(
        name: .long, help: ArgumentHelp("No more calls than these; the next time goes on behind them.", valueName: "n"))
    var calls = AccessHistory.usualLimit

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if calls < 1 { throw ValidationError("--calls takes 1 or more.") }
        if since.seconds > AccessIndex.keptSeconds { throw ValidationError("CloudTrail's history has 90 days.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let asked = try reference.map { try Reference(parsing: $0) }
        let account = try AccountReader(session)
        let caller = try await CallerIdentity.load(account.client)
        let now = Date()
        let target = AccessTarget(asked, account: caller.account, region: account.region, partition: caller.partition)
        let reader = try AccessReader(session, account, account: caller.account)
        let span = AccessInterval(start: now.addingTimeInterval(-since.seconds), end: now)
        let whole = AccessInterval(start: min(span.start, now.addingTimeInterval(-habits.seconds)), end: now)
        let reference = try await target.resolved(account)
        let lookups = AccessLookup.lookups(for: reference, arn: target.arn(of: reference))
        // The span that was asked for comes before the habits.
        var outcome = try await reader.extended(by: lookups, in: span, now: now, limit: calls)
        let gaps = outcome.gaps
        if gaps.isEmpty, outcome.calls < calls {
            outcome = try await reader.extended(by: lookups, in: whole, now: now, limit: calls - outcome.calls)
        }
        let report = AccessReport(
            outcome.index.events, concerning: reference, in: span, own: caller.arn,
            knownSince: outcome.index.knownSince(lookups.map(\.text), in: whole))
        try print(report, in: session)
        if !session.options.quiet { for gap in gaps { StandardError.line("curtain: not seen: \(gap)") } }
        if report.rows.isEmpty {
            let span = since.defaultValueDescription
            session.tellNothing(
                "nobody in the last \(span), as far as CloudTrail has told; it may be half an hour late")
        }
        tellInvisible(reference, in: session)
        return gaps.isEmpty ? .done : .stoppedHalfway
    }

    private func print(_ report: AccessReport, in session: Session) throws {
        switch by {
        case .event: try session.print(report.rows, shape: AccessReport.Row.shape)
        case .reader: try session.print(report.readers, shape: AccessReport.Reader.shape)
        case .hour:
            guard session.format() == .table else {
                return try session.print(report.hours, shape: AccessReport.Hour.shape)
            }
            try session.print(lines: AccessPlot.lines(report))
        }
    }

    private func tellInvisible(_ reference: Reference?, in session: Session) {
        guard !session.options.quiet, session.format() == .table else { return }
        switch reference {
        case .function?, .variable?, .alias?:
            StandardError.line(
                "curtain: a function reads its own variables without a trace; here are kms:Decrypt and calls for its configuration"
            )
        case .secret?, .parameter?, .key?, .role?, .user?, .accessKey?, .eventSourceMapping?, .functionURL?, .stack?,
            nil:
            break
        }
    }
}

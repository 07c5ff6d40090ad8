import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import StateFiles

/// Reads an account for a command that asks who depends on what.
struct AccountGraph: Sendable {
    let facts: AccountFacts
    let names: NameIndex

    var graph: ConsumerGraph { ConsumerGraph(facts, names: names) }

    /// Whether the thing is in its list; true for what is of no list.
    func has(_ reference: Reference) -> Bool { graph.has(reference) }

    /// Reads the account. With a note, the stored values of `sources` are read too, each on record before it is fetched,
    /// so that their copies are found.
    ///
    /// - Parameter sources: which secrets and parameters, once the lists are known.
    static func load(
        _ session: Session, _ options: FactsOptions, asked: Reference?,
        versionTimes: @escaping @Sendable (ConsumerGraph) -> [Reference] = { _ in [] },
        sources: @escaping @Sendable (AccountFacts) -> [Reference] = { _ in [] }
    ) async throws -> AccountGraph {
        var scope = options.scope
        scope.secrets = Set([asked?.ofRow ?? asked].compactMap(\.self))
        guard let note = options.note else {
            let reader = try AccountReader(session)
            return try await load(reader, scope, session, options, asked).withVersionTimes(reader, versionTimes)
        }
        let values = ValueSession(session)
        try values.check("compare values", note: note, references: [])
        let scoped = scope
        return try await values.perform { access, context in
            let reader = try AccountReader(session, fingerprints: access.fingerprints)
            let loaded = try await load(reader, scoped, session, options, asked)
            var facts = loaded.facts
            let take = TakeFingerprints(access.values)
            let wanted = StoredVersions.toRead(sources(facts), in: facts)
            if !session.options.quiet, wanted.count > 1 {
                StandardError.line("curtain: \(wanted.count) stored values are read, each on record")
            }
            for outcome in try await take(wanted, note: note, mode: session.mode, as: context) {
                switch outcome.result {
                case .success(let found):
                    facts.stored += found
                    if let limit = outcome.nearLimit {
                        facts.nearlyFull[outcome.reference.ofRow ?? outcome.reference] = limit
                    }
                case .failure(let failure):
                    // A version without a value is no gap: nobody can hold a copy of it.
                    if failure.kind != .notFound { facts.gaps.append("\(outcome.reference): \(failure.message)") }
                }
            }
            return await AccountGraph(facts: facts, names: loaded.names).withVersionTimes(reader, versionTimes)
        }
    }

    /// The same with the times of the versions of some things.
    private func withVersionTimes(
        _ reader: AccountReader, _ wanted: @Sendable (ConsumerGraph) -> [Reference]
    ) async -> AccountGraph {
        let sources = wanted(graph)
        guard !sources.isEmpty else { return self }
        let loader = FactsLoader(calls: reader.client, inventory: reader.inventory, account: facts.account)
        let (times, gaps) = await loader.loadVersionTimes(of: sources)
        var facts = facts
        facts.versionTimes = times
        facts.gaps += gaps
        return AccountGraph(facts: facts, names: names)
    }

    private static func load(
        _ reader: AccountReader, _ scope: FactsScope, _ session: Session, _ options: FactsOptions, _ asked: Reference?
    ) async throws -> AccountGraph {
        let caller = try await CallerIdentity.load(reader.client)
        let loader = FactsLoader(calls: reader.client, inventory: reader.inventory, account: caller.account)
        let now = Date()
        async let seen = reads(session, reader, caller, options, asked, now: now)
        let loaded = try await loader.load(scope, now: now)
        var facts = loaded.facts
        let history = try await seen
        facts.reads = history.index.events
        facts.readWindows = history.index.windows
        facts.ownReads = OwnReads(of: session.folders.state, account: caller.account)
        facts.gaps += history.gaps
        return AccountGraph(facts: facts, names: loaded.names)
    }

    /// What CloudTrail has told so far, and what it tells now if that is asked for.
    private static func reads(
        _ session: Session, _ reader: AccountReader, _ caller: CallerIdentity, _ options: FactsOptions,
        _ asked: Reference?, now: Date
    ) async throws -> AccessHistory.Outcome {
        let access = try AccessReader(session, reader, account: caller.account)
        guard let since = options.since else {
            return AccessHistory.Outcome(index: try access.file.load(), gaps: [], calls: 0)
        }
        let target = AccessTarget(
            asked, account: caller.account, region: reader.region, partition: caller.partition)
        let reference = try await target.resolved(reader)
        return try await access.extended(
            by: AccessLookup.lookups(for: reference, arn: target.arn(of: reference)),
            in: AccessInterval(start: now.addingTimeInterval(-since.seconds), end: now), now: now,
            limit: AccessHistory.usualLimit)
    }

    /// Tells on standard error what could not be read; the exit code that this makes of a success.
    @discardableResult func tellGaps(_ place: SessionPlace) -> ExitStatus {
        place.tell(gaps: facts.gaps)
        return facts.gaps.isEmpty ? .done : .stoppedHalfway
    }
}

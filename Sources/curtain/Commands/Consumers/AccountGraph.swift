import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory

/// Reads an account for a command that asks who depends on what.
struct AccountGraph: Sendable {
    let facts: AccountFacts
    let names: NameIndex

    var graph: ConsumerGraph { ConsumerGraph(facts, names: names) }

    /// Reads the account. With a note, the stored values of `sources` are read too, each on record before it is fetched,
    /// so that their copies are found.
    ///
    /// - Parameter sources: which secrets and parameters, once the lists are known.
    static func load(
        _ session: Session, _ options: FactsOptions, asked: Set<Reference>,
        sources: @escaping @Sendable (AccountFacts) -> [Reference] = { _ in [] }
    ) async throws -> AccountGraph {
        var scope = options.scope
        scope.secrets = asked
        guard let note = options.note else {
            let reader = try AccountReader(session)
            return try await load(reader, scope, session, options)
        }
        let values = ValueSession(session)
        try values.check("compare values", note: note, references: [])
        let scoped = scope
        return try await values.perform { access, context in
            let reader = try AccountReader(session, fingerprints: access.fingerprints)
            var loaded = try await load(reader, scoped, session, options)
            var facts = loaded.facts
            let take = TakeFingerprints(
                store: access.store, audit: access.audit, fingerprints: access.fingerprints, policy: access.policy)
            let outcomes = try await take(
                StoredVersions.toRead(sources(facts), in: facts), note: note, mode: session.mode, as: context)
            for outcome in outcomes {
                switch outcome.result {
                case .success(let found): facts.stored += found
                case .failure(let failure):
                    // A version without a value is no gap: nobody can hold a copy of it.
                    if failure.kind != .notFound { facts.gaps.append("\(outcome.reference): \(failure.message)") }
                }
            }
            loaded = AccountGraph(facts: facts, names: loaded.names)
            return loaded
        }
    }

    private static func load(
        _ reader: AccountReader, _ scope: FactsScope, _ session: Session, _ options: FactsOptions
    ) async throws -> AccountGraph {
        let caller = try await CallerIdentity.load(reader.client)
        let loader = FactsLoader(calls: reader.client, inventory: reader.inventory, account: caller.account)
        let loaded = try await loader.load(scope, now: Date())
        return AccountGraph(facts: loaded.facts, names: loaded.names)
    }

    /// Tells on standard error what could not be read; the exit code that this makes of a success.
    func tellGaps(_ session: Session) -> ExitStatus {
        guard !session.options.quiet else { return facts.gaps.isEmpty ? .done : .stoppedHalfway }
        for gap in facts.gaps { StandardError.line("curtain: not seen: \(gap)") }
        return facts.gaps.isEmpty ? .done : .stoppedHalfway
    }
}

import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations

/// What a planner knows of the account: facts, names, and a client to ask for more.
struct AccountPicture: Sendable {
    let reader: AccountReader
    let facts: AccountFacts
    let names: NameIndex

    var graph: ConsumerGraph { ConsumerGraph(facts, names: names) }

    /// Reads the account. With a note, the versions of the subject are read too, each on record before it is fetched, so
    /// that copies of them are found.
    static func read(
        _ session: Session, about subject: Reference, note: String?, _ access: ValueSession.Access,
        _ context: AuditContext
    ) async throws -> AccountPicture {
        try await read(
            try AccountReader(session, fingerprints: access.fingerprints), mode: session.mode, about: subject,
            note: note, access, context)
    }

    /// The same by a client that is there already.
    static func read(
        _ reader: AccountReader, mode: AccessMode, about subject: Reference, note: String?,
        _ access: ValueSession.Access, _ context: AuditContext
    ) async throws(OperationFailure) -> AccountPicture {
        let loader = FactsLoader(calls: reader.client, inventory: reader.inventory, account: context.account ?? "")
        let source = subject.ofRow ?? subject
        var (facts, names) = try await loader.load(scope(source), now: Date())
        if let note, source.namesValue {
            let take = TakeFingerprints(access.values)
            let outcomes = try await take(
                StoredVersions.toRead([source], in: facts), note: note, mode: mode, as: context)
            for outcome in outcomes {
                switch outcome.result {
                case .success(let found): facts.stored += found
                case .failure(let failure): if failure.kind != .notFound { facts.gaps.append(failure.message) }
                }
            }
        }
        return AccountPicture(reader: reader, facts: facts, names: names)
    }

    /// A variable is found by its fingerprint alone; what has a name may be read by policy too.
    private static func scope(_ source: Reference) -> FactsScope {
        switch source {
        case .secret, .parameter: FactsScope(secrets: [source])
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            FactsScope(policies: false)
        }
    }
}

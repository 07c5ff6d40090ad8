import AccountAccess
import Inventory

extension CheckedFacts {
    /// Reads the account of a session as `check` and `cost` look at it.
    ///
    /// - Parameters:
    ///   - usage: whether CloudWatch is asked how often the stores were called.
    ///   - sources: whose values are read with a note.
    static func load(
        _ session: Session, _ options: FactsOptions, usage: Bool = false,
        sources: @escaping @Sendable (AccountFacts) -> [Reference] = { $0.secrets.map(\.common.reference) }
    ) async throws -> CheckedFacts {
        let account = try await AccountGraph.load(session, options, asked: nil, sources: sources)
        let reader = try AccountReader(session)
        return await load(
            account.facts, names: account.names, calls: reader.client, inventory: reader.inventory,
            Scope(principals: options.scope.policies, usage: usage))
    }
}

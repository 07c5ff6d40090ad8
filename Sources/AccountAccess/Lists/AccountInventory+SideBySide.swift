import Inventory
import Operations

extension AccountInventory {
    public func load(
        _ kinds: [ResourceKind], options: @escaping @Sendable (ResourceKind) -> ListOptions,
        each: @escaping @Sendable (ResourceKind, ListUpdate) async -> Void
    ) async -> [ResourceKind: OperationFailure] {
        await names.expect(kinds)
        let outcomes = await BoundedWork.map(kinds, limit: kinds.count) { kind throws(OperationFailure) in
            do throws(OperationFailure) {
                try await load(kind, options: options(kind)) { await each(kind, $0) }
                await names.settle(kind)
            } catch {
                await names.settle(kind)
                throw error
            }
        }
        var failures: [ResourceKind: OperationFailure] = [:]
        for (kind, outcome) in zip(kinds, outcomes) {
            if case .failure(let failure) = outcome { failures[kind] = failure }
        }
        let relinked = await relinkedFunctions()
        if !relinked.isEmpty { await each(.function, .changed(relinked)) }
        return failures
    }

    /// The names of secrets, parameters and keys, for links: waited for where the list is on its way, listed where
    /// it is not. What fails is returned; a list on its way tells its own failure.
    func loadNames() async -> [OperationFailure] {
        let kinds = await names.missing([.secret, .parameter, .key])
        let outcomes = await BoundedWork.map(kinds, limit: kinds.count) { kind throws(OperationFailure) in
            if await names.isExpected(kind) {
                await names.settled(kind)
            } else {
                try await load(kind, options: ListOptions(early: true)) { _ in }
            }
        }
        return outcomes.compactMap { outcome in
            if case .failure(let failure) = outcome { failure } else { nil }
        }
    }
}

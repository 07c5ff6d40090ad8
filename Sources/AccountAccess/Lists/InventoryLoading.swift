import Inventory
import Operations

/// The ability to load the four lists, page by page.
public protocol InventoryLoading: Sendable {
    /// Loads one list; `each` is told of rows as they come. Returns when the list is whole; what came before a
    /// failure stands. Cancel the task to stop.
    func load(
        _ kind: ResourceKind, options: ListOptions, each: @escaping @Sendable (ListUpdate) async -> Void
    ) async throws(OperationFailure)

    /// The functions of the last load in which a variable has turned out to name a secret, parameter or key that was
    /// listed since. To be asked when another list is whole.
    func relinkedFunctions() async -> [ResourceRow]

    /// The tags of all things of a kind by their ARNs, in calls of their own.
    func tags(of kind: ResourceKind) async throws(OperationFailure) -> ResourceTags

    /// Loads several lists side by side. One failure is the failure of one list. At the end the functions whose
    /// variables turned out to name something come once more, as changed.
    func load(
        _ kinds: [ResourceKind], options: @escaping @Sendable (ResourceKind) -> ListOptions,
        each: @escaping @Sendable (ResourceKind, ListUpdate) async -> Void
    ) async -> [ResourceKind: OperationFailure]
}

import Synchronization

/// Rows that were replaced. Letting go of a hundred thousand takes longer than a frame may, so it is done elsewhere.
public final class RowRemains: Sendable, Equatable {
    private let store: Mutex<RowStore>

    init(_ store: RowStore) { self.store = Mutex(store) }

    /// Frees the rows, on the thread that calls it.
    public func release() {
        let rows = store.withLock { store in
            defer { store = RowStore() }
            return store
        }
        withExtendedLifetime(rows) {}
    }

    public static func == (left: RowRemains, right: RowRemains) -> Bool { left === right }
}

/// Many small pieces of work, a few at a time, with one outcome for each.
public enum BoundedWork {
    /// What `work` makes of every item, at most `limit` at once. The outcomes are in the order of the items; `arrived` is
    /// told of each as it comes.
    public static func outcomes<Item: Sendable, Outcome: Sendable>(
        _ items: [Item], limit: Int, _ work: @escaping @Sendable (Item) async -> Outcome,
        arrived: (Int, Outcome) async -> Void = { _, _ in }
    ) async -> [Outcome] {
        await withTaskGroup(of: (Int, Outcome).self) { group in
            var next = 0
            func start() {
                guard next < items.count else { return }
                let (index, item) = (next, items[next])
                next += 1
                group.addTask { (index, await work(item)) }
            }
            for _ in 0..<max(1, limit) { start() }
            var outcomes = [Outcome?](repeating: nil, count: items.count)
            while let (index, outcome) = await group.next() {
                outcomes[index] = outcome
                await arrived(index, outcome)
                start()
            }
            return outcomes.compactMap(\.self)
        }
    }

    /// The same for work that may fail. A failure ends only its own item.
    public static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], limit: Int,
        _ work: @escaping @Sendable (Item) async throws(OperationFailure) -> Value,
        arrived: (Int, Result<Value, OperationFailure>) async -> Void = { _, _ in }
    ) async -> [Result<Value, OperationFailure>] {
        await outcomes(
            items, limit: limit,
            { item -> Result<Value, OperationFailure> in
                do throws(OperationFailure) { return .success(try await work(item)) } catch { return .failure(error) }
            }, arrived: arrived)
    }
}

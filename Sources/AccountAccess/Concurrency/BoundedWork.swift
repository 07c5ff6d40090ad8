import Operations

/// Many small pieces of work, a few at a time, with one outcome for each.
enum BoundedWork {
    /// Runs `work` on every item, at most `limit` at once. The outcomes are in the order of the items; `arrived` is
    /// told of each as it comes. A failure ends only its own item.
    static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], limit: Int,
        _ work: @escaping @Sendable (Item) async throws(OperationFailure) -> Value,
        arrived: (Int, Result<Value, OperationFailure>) async -> Void = { _, _ in }
    ) async -> [Result<Value, OperationFailure>] {
        typealias Outcome = Result<Value, OperationFailure>
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            var next = 0
            func start() {
                guard next < items.count else { return }
                let (index, item) = (next, items[next])
                next += 1
                group.addTask {
                    do throws(OperationFailure) {
                        return (index, .success(try await work(item)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
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
}

extension PlanRun {
    /// What the body makes of each item, so many at a time, in the order of the items.
    func sideBySide<Item: Sendable, Outcome: Sendable>(
        _ items: some Collection<Item>, limit: Int, _ body: @escaping @Sendable (Item) async -> Outcome
    ) async -> [Outcome] {
        let items = Array(items)
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            var next = 0
            func start() {
                guard next < items.count else { return }
                let (place, item) = (next, items[next])
                next += 1
                group.addTask { (place, await body(item)) }
            }
            for _ in 0..<max(1, limit) { start() }
            var outcomes = [Outcome?](repeating: nil, count: items.count)
            while let (place, outcome) = await group.next() {
                outcomes[place] = outcome
                start()
            }
            return outcomes.compactMap(\.self)
        }
    }

    /// A step's ending as a problem; nil if it came to its end. Throws what stops the run.
    func problem(of ending: StepEnding, _ step: PlanStep) throws(OperationFailure) -> RunProblem? {
        switch ending {
        case .done: return nil
        case .leftOut(let words): return RunProblem(step, .leftOut, words)
        case .failed(let words): return RunProblem(step, .failed, words)
        case .needsPerson(let words): return RunProblem(step, .needsPerson, words)
        case .stopped(let failure): throw failure
        }
    }
}

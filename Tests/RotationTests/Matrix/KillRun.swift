import Operations

/// Runs one cell: a process that is disturbed and perhaps dies, then others until the plan has ended.
struct KillRun {
    /// What a cell came to.
    enum Outcome: Equatable {
        /// The state that was wanted.
        case reached
        /// The fault never happened: the cell says nothing.
        case notReached
        case wrong([String])
    }

    /// How many processes may be needed behind the first.
    private static let lives = 4

    static func outcome(of cell: KillCase) async throws -> Outcome {
        let script = FaultScript(cell.action, cell.direction, cell.fault, cell.kill)
        let bench = try await Bench(cell.scenario, script: script)
        var ends: [PlanRunEnd] = []
        let goal: EndState
        switch cell.way {
        case .applyThenResume:
            goal = .new
            ends.append(try await bench.run(.apply))
            while !Self.isOver(ends, .forward), ends.count <= Self.lives { ends.append(try await bench.run(.resume)) }
        case .applyThenRollback:
            goal = .old
            ends.append(try await bench.run(.apply))
            repeat {
                ends.append(try await bench.run(.rollback))
            } while !Self.isOver(ends, .back) && ends.count <= Self.lives
        case .retireThenRetire:
            goal = .retired
            ends.append(try await bench.run(.apply))
            repeat {
                ends.append(try await bench.run(.retire))
            } while ends.last != .retired && ends.count <= Self.lives
        case .rollbackThenRollback:
            goal = .old
            // The way back begins behind the very step, where there is something of it to take back.
            ends.append(try await bench.run(.apply, stopBehind: cell.action))
            repeat {
                ends.append(try await bench.run(.rollback))
            } while !Self.isOver(ends, .back) && ends.count <= Self.lives
        }
        guard script.wasReached else { return .notReached }
        var faults = goal.faults(bench) + (try bench.faultsOnDisk())
        let isOver =
            switch cell.way {
            case .applyThenResume: Self.isOver(ends, .forward)
            case .applyThenRollback, .rollbackThenRollback: Self.isOver(ends, .back)
            case .retireThenRetire: ends.last == .retired
            }
        if !isOver { faults.append("it did not end") }
        guard !faults.isEmpty else { return .reached }
        return .wrong(faults + ends.map { "\($0)" })
    }

    private static func isOver(_ ends: [PlanRunEnd], _ direction: Direction) -> Bool {
        switch (ends.last, direction) {
        case (.finished(let problems), .forward): problems.isEmpty
        case (.rolledBack(let problems), .back): problems.isEmpty
        case (.finished, .back), (.rolledBack, .forward), (.retired, _), (.stopped, _), (nil, _): false
        }
    }
}

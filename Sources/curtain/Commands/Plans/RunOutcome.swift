import Operations

/// What the commands that run a plan have in common: consent before, the status and the exit code after.
enum RunOutcome {
    static func run(
        _ command: RunCommand, _ argument: PlanArgument, _ rollout: RolloutOptions, _ consent: ConsentOptions,
        _ supply: PersonsValue, _ session: Session, confirmations: Set<Confirmation> = []
    ) async throws -> ExitStatus {
        let running = try PlanRunning(session)
        let id = try argument.resolve(in: running.store)
        let (plan, end) = try await running.run(
            command, id, rollout: rollout, note: consent.note, supply: supply,
            confirmations: confirmations
        ) { plan in
            if !consent.yes, !session.options.quiet {
                for line in PlanWords(plan).lines { StandardError.line(line) }
            }
            try consent.require(command.rawValue, id, in: session)
        }
        // This process has let the plan go by now.
        try print(PlanStatus(plan, try running.store.plan(id).progress, isRunning: false), end, session)
        return try status(end, plan)
    }

    /// Where nobody reads any more, such as on a terminal that is lost, why the run stopped counts more.
    private static func print(_ status: PlanStatus, _ end: PlanRunEnd, _ session: Session) throws {
        do { try session.print(status: status) } catch let error as OutputError {
            if case .stopped(let failure, _) = end { throw failure }
            throw error
        }
    }

    static func status(_ end: PlanRunEnd, _ plan: Plan) throws -> ExitStatus {
        for problem in end.problems { StandardError.line("curtain: \(problem.text)") }
        switch end {
        case .finished(let problems):
            for omission in plan.leftOut {
                StandardError.line("curtain: left out: \(omission.reference): \(omission.why)")
            }
            return problems.isEmpty && plan.leftOut.isEmpty ? .done : .stoppedHalfway
        case .retired: return .done
        case .rolledBack(let problems): return problems.isEmpty ? .done : .stoppedHalfway
        case .stopped(let failure, _): throw failure
        }
    }
}

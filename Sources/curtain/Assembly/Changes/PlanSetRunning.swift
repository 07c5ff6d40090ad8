import Inventory
import Operations
import StateFiles

/// Carries out a set of plans, one after the other, in this process. What is done already is found done, by the journal of
/// each plan: it can begin anywhere.
struct PlanSetRunning {
    let session: Session
    let store: PlanSetStore
    let running: PlanRunning

    init(_ session: Session) throws {
        self.session = session
        running = try PlanRunning(session)
        store = try PlanSetStore(state: StateFolder(at: session.folders.state))
    }

    /// Each member's new value, in their order. A plan that stops ends it; the next time goes on there.
    func forward(
        _ id: PlanSetID, _ rollout: RolloutOptions, _ consent: ConsentOptions, _ supply: PersonsValue
    ) async throws -> ExitStatus {
        let set = try store.set(id)
        for member in set.members { try running.check(member.reviewed, note: consent.note) }
        try consent.require("apply", set, in: session)
        let lock = try store.lock(id)
        defer { withExtendedLifetime(lock) {} }
        var isWhole = set.leftOut.isEmpty
        for place in set.members.indices {
            var current = try store.set(id)
            let member = current.members[place]
            let (command, plan) = try await next(member, of: current, consent)
            guard let plan else { continue }
            if current.members[place].plan != plan {
                current.members[place].plan = plan
                try store.keep(current)
            }
            if !session.options.quiet {
                StandardError.line("\(place + 1) of \(set.members.count)  \(member.reference)  \(plan)")
            }
            let (known, end) = try await running.run(
                command, plan, rollout: rollout, note: consent.note, supply: supply, copying: member.copyOf
            ) { _ in }
            do {
                if try RunOutcome.status(end, known) != .done { isWhole = false }
            } catch {
                StandardError.line("curtain: \(id) stopped at \(member.reference); curtain resume \(id) goes on there")
                throw error
            }
        }
        try session.print(status: try status(id))
        return isWhole ? .done : .stoppedHalfway
    }

    /// How the member goes on: nothing if it is done.
    private func next(
        _ member: PlanSetMember, of set: PlanSet, _ consent: ConsentOptions
    ) async throws -> (RunCommand, PlanID?) {
        if let plan = member.plan {
            let progress = try running.store.plan(plan).progress
            if progress.command == .retire { return (.apply, nil) }
            switch progress.end {
            case .finished?, .retired?: return (.apply, nil)
            case .rolledBack?:
                throw OperationFailure(.usage, "\(member.reference) was taken back by \(plan); make a new set")
            case .stopped?, nil: if progress.isBegun { return (.resume, plan) }
            }
        }
        // Those before it have changed the same functions: the plan is made for the world as it is now.
        let session = try PlanRunning.inRegion(of: member.reviewed, session)
        let request = set.request(member)
        let made = try await PlanMaking(session).make(about: member.reference, note: consent.note) {
            planner async throws(OperationFailure) in
            let plan = try await planner.rotate(request)
            let news = plan.beyond(member.reviewed)
            guard news.isEmpty else {
                throw OperationFailure(
                    .tryAgain,
                    "the plan of \(member.reference) would now do more than was reviewed (\(news.prefix(3).joined(separator: "; "))"
                        + "); nothing of it was changed: make a new set")
            }
            return plan
        }
        return (.apply, made.id)
    }

    /// Takes back what the set has changed, the last first.
    func back(_ id: PlanSetID, _ rollout: RolloutOptions, _ consent: ConsentOptions) async throws -> ExitStatus {
        let set = try store.set(id)
        for plan in set.members.compactMap(\.plan) {
            // One that is being retired has no way back, and the others would be half a set.
            try PlanRunning.check(.rollback, try running.store.plan(plan).progress, plan, orNotBegun: true)
        }
        try consent.require("roll back", set, in: session)
        let lock = try store.lock(id)
        defer { withExtendedLifetime(lock) {} }
        var isWhole = true
        for member in set.members.reversed() {
            guard let plan = member.plan else { continue }
            let progress = try running.store.plan(plan).progress
            guard progress.isBegun, progress.end != .rolledBack else { continue }
            let (known, end) = try await running.run(
                .rollback, plan, rollout: rollout, note: consent.note,
                supply: PersonsValue(origin: .recipe, mayAsk: false)
            ) { _ in }
            if try RunOutcome.status(end, known) != .done { isWhole = false }
        }
        try session.print(status: try status(id))
        return isWhole ? .done : .stoppedHalfway
    }

    func status(_ id: PlanSetID) throws -> PlanSetStatus {
        let set = try store.set(id)
        return PlanSetStatus(
            set,
            try set.members.map { member in
                guard let plan = member.plan else { return PlanSetStatus.Member(member, nil) }
                let (known, progress) = try running.store.plan(plan)
                return PlanSetStatus.Member(
                    member, PlanStatus(known, progress, isRunning: try running.store.isRunning(plan)))
            })
    }
}

import AuditTrail
import ConsoleViewModels
import Operations
import SensitiveMemory

/// Carrying plans out: the run that `apply` makes too, with the console to watch it.
extension EffectRunner {
    /// Starts the run; it goes on whatever the screen shows.
    func run(_ order: PlanOrder, mode: AccessMode) {
        guard !plans.isRunning else {
            order.value?.wipe()
            return inbox.post(.planRefused(Problem(.other, "a plan is running already: one at a time")))
        }
        let stop = StopSignal()
        if order.isDetached {
            return plans.follow(stop: stop) { [self] in await runDetached(order, mode: mode, stop: stop) }
        }
        plans.start(stop: stop) { [self] in
            do throws(OperationFailure) {
                try await carryOut(order, mode: mode, stop: stop)
            } catch {
                inbox.post(.planRefused(Problem(error)))
            }
            order.value?.wipe()
        }
    }

    func stopPlan() { plans.stop() }

    private func carryOut(_ order: PlanOrder, mode: AccessMode, stop: StopSignal) async throws(OperationFailure) {
        let (workshop, id, command) = try admitted(order)
        // As long as the claim is held, no other console and no command runs the plan.
        let claim = try workshop.store.claim(id)
        defer { withExtendedLifetime(claim) {} }
        let plan = claim.plan
        let progress = PlanProgress(claim.entries)
        try await check(order, plan, progress, mode: mode)
        let rollout = progress.rollout ?? plan.rollout
        let retirement = try await retirement(of: plan, progress, order, mode: mode)
        let inbox = inbox
        let follower = RunFollower(
            plan, order.command, progress: progress, rollout: rollout,
            steps: retirement?.steps ?? plan.steps(in: rollout),
            clock: wallClock
        ) {
            inbox.post(.planFollowed($0))
        }
        inbox.post(.planFollowed(follower.picture))
        let run = PlanRun(
            plan, progress: progress, rollout: rollout, tools: workshop.tools(for: claim, as: records.context),
            supply: TypedValue(typed: order.value), note: order.note, as: records.context, stop: stop,
            confirmations: Set(order.word.map { [Operations.Confirmation($0)] } ?? []),
            observe: follower.observe)
        let end =
            switch command {
            case .apply, .resume: await run.forward(command)
            case .rollback: await run.back()
            case .retire: if let retirement { await run.retire(retirement) } else { await run.forward(command) }
            }
        let (_, after) = try workshop.store.plan(id)
        follower.end(
            after, PlanFollow.Ending(end, PlanState(PlanStatus(plan, after, isRunning: false), after), at: wallClock()))
    }

    func admitted(
        _ order: PlanOrder
    ) throws(OperationFailure) -> (workshop: any PlanWorkshop, id: PlanID, command: RunCommand) {
        guard let id = PlanID(order.plan), let command = RunCommand(rawValue: order.command.rawValue) else {
            throw OperationFailure(.usage, "\(order.plan) is no plan's id")
        }
        return (try world.plans.get(), id, command)
    }

    /// Whether the rules let the plan be carried out, in this account, as far as it has come.
    func check(
        _ order: PlanOrder, _ plan: Plan, _ progress: PlanProgress, mode: AccessMode
    ) async throws(OperationFailure) {
        try world.policy.check(order, plan, incident: records.context.incident, mode: mode)
        let state = PlanState(PlanStatus(plan, progress, isRunning: false), progress)
        guard state.commands.contains(order.command) else {
            throw OperationFailure(.usage, "\(plan.id) is \(state.rawValue): \(order.command.rawValue) does not apply")
        }
        let (caller, region) = (try await identify(), try world.plans.get().region)
        guard caller.account == plan.account, region == plan.region else {
            throw OperationFailure(
                .usage,
                "\(plan.id) is for account \(plan.account) in \(plan.region); this console is in \(caller.account), "
                    + region)
        }
    }

    /// What is retired: the same that a person has read. nil for everything else.
    private func retirement(
        of plan: Plan, _ progress: PlanProgress, _ order: PlanOrder, mode: AccessMode
    ) async throws(OperationFailure) -> Retirement? {
        switch order.command {
        case .apply, .resume, .rollback: return nil
        case .retire:
            let now = try await world.plans.get().retirement(
                of: plan, progress, note: order.note ?? "", mode: mode, as: records.context)
            try now.refuseIfInUse()
            guard now.steps == retirements[plan.id] else {
                throw OperationFailure(
                    .tryAgain, "what holds the old value of \(plan.id) has moved: read it again with :retire")
            }
            return now
        }
    }

    nonisolated var wallClock: @Sendable () -> Double { { LoopClock.read().wall } }
}

extension Operations.Confirmation {
    fileprivate init(_ word: PlanWord) {
        self =
            switch word {
            case .done: .done
            case .unseen: .unseen
            case .remove(let name): .remove(name)
            }
    }
}

extension PlanFollow.Ending {
    fileprivate init(_ end: PlanRunEnd, _ state: PlanState, at time: Double) {
        let words: String
        var wantsValue = false
        switch end {
        case .finished(let problems), .rolledBack(let problems):
            words = problems.isEmpty ? "" : problems.map(\.text).joined(separator: "; ")
        case .retired: words = ""
        case .stopped(let failure, _):
            words = failure.message
            wantsValue = failure.message.contains(TypedValue.missing)
        }
        self.init(state: state, at: time, words: words, wantsValue: wantsValue)
    }
}

extension RevealPolicy {
    /// What the rules say of a run: nothing is changed in read-only or share mode, and a new value needs a note.
    fileprivate func check(
        _ order: PlanOrder, _ plan: Plan, incident: String?, mode: AccessMode
    ) throws(OperationFailure) {
        if mode.readOnly || mode.share {
            throw OperationFailure(
                .denied, "will not change anything in \(mode.share ? "share" : "read-only") mode; leave it first")
        }
        guard plan.recipe != nil || order.note != nil else { return }
        try check("\(order.command.rawValue) a plan", note: order.note ?? "", incident: incident, mode: mode)
    }
}

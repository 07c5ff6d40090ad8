import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Operations

extension EffectRunner {
    /// Makes a plan beside everything else.
    func makePlan(_ wish: PlanWish, mode: AccessMode) {
        start(.planMaking) { [world, inbox, records] in
            do throws(OperationFailure) {
                let workshop = try world.plans.get()
                if records.context.actorARN == nil { try await self.identify() }
                let (plan, unseen) = try await workshop.make(wish, mode: mode, as: records.context)
                inbox.post(.planMade(id: plan.id.text, wish, unseen: unseen))
            } catch {
                inbox.post(.planFailed(wish, Problem(error)))
            }
        }
    }

    /// Reads the plans for the screen of all of them, or of one.
    func answer(plans topic: ReportTopic, mode: AccessMode) async throws(OperationFailure) -> ReportAnswer? {
        if topic == .incidents { return try answerIncidents() }
        guard topic.isOfChanges else { return nil }
        let workshop = try world.plans.get()
        let store = workshop.store
        switch topic {
        case .plans:
            var entries: [PlanEntry] = []
            for id in try store.ids() {
                let (plan, progress) = try store.plan(id)
                let status = PlanStatus(plan, progress, isRunning: try store.isRunning(id))
                entries.append(PlanEntry(plan, status, progress))
            }
            return .plans(entries.sorted { $0.created > $1.created })
        case .planSheet(let text):
            guard let id = PlanID(text) else { throw OperationFailure(.usage, "\(text) is no plan's id") }
            let (plan, progress) = try store.plan(id)
            return .planSheet(PlanSheet(plan, progress, isRunning: try store.isRunning(id)))
        case .retirement(let text, let note):
            guard let id = PlanID(text) else { throw OperationFailure(.usage, "\(text) is no plan's id") }
            let (plan, progress) = try store.plan(id)
            if records.context.actorARN == nil { try await identify() }
            let retirement = try await workshop.retirement(
                of: plan, progress, note: note, mode: mode, as: records.context)
            retirements[id] = retirement.steps
            return .retirement(RetirementSheet(plan, retirement))
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores, .usedBy, .reach, .drift, .access, .log,
            .findings, .cost, .json, .audit, .doctor, .incidents, .plan, .timeline, .watch:
            return nil
        }
    }

    /// Says which plans wait half-way, once the console stands.
    func lookForWaitingPlans() {
        guard let store = try? world.plans.get().store else { return }
        let inbox = inbox
        Task.detached {
            // A plan that cannot be read is said when the plans are opened.
            guard let ids = try? store.ids() else { return }
            var running: PlanID?
            let waiting = ids.filter { id in
                guard let (plan, progress) = try? store.plan(id), progress.isBegun,
                    let isRunning = try? store.isRunning(id)
                else { return false }
                if isRunning { running = id }
                return PlanState(PlanStatus(plan, progress, isRunning: isRunning), progress).isHalfWay
            }
            if let running { await self.followRunning(running) }
            if !waiting.isEmpty { inbox.post(.plansWaiting(waiting.map(\.text))) }
        }
    }
}

extension ReportTopic {
    /// Whether it is answered from plans.
    fileprivate var isOfChanges: Bool {
        switch self {
        case .plans, .planSheet, .retirement: true
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores, .usedBy, .reach, .drift, .access, .log,
            .findings,
            .cost, .json, .audit, .doctor, .incidents, .plan, .timeline, .watch:
            false
        }
    }
}

extension RetirementSheet {
    fileprivate init(_ plan: Plan, _ retirement: Retirement) {
        func places(_ end: RetiredPlace.End) -> [PlanSheet.Remark] {
            retirement.places.filter { $0.end == end }.map { PlanSheet.Remark($0.reference, $0.words) }
        }
        self.init(
            plan: plan.id.text, subject: plan.subject, inUse: places(.inUse), removed: places(.removed),
            stays: places(.stays), steps: retirement.steps.map(PlanSheet.Step.init), gaps: retirement.gaps)
    }
}

extension PlanEntry {
    fileprivate init(_ plan: Plan, _ status: PlanStatus, _ progress: PlanProgress) {
        self.init(
            id: plan.id.text, work: plan.work.rawValue, subject: plan.subject, state: PlanState(status, progress),
            done: status.done, of: status.of, functions: plan.lanes.count,
            created: plan.created.timeIntervalSince1970, account: plan.account, region: plan.region)
    }
}

import AccountAccess
import AuditTrail
import Inventory
import Operations

/// Retires the old value of a plan that is done, in this process.
struct PlanRetiring {
    private let running: PlanRunning
    let store: PlanStore

    init(_ session: Session) throws {
        running = try PlanRunning(session)
        store = running.store
    }

    /// Reads what still holds the old value, has it confirmed, and lets it go.
    ///
    /// - Parameter confirm: gets the list; what it throws ends everything before anything is changed.
    func retire(
        _ id: PlanID, note: String?, keepsVersions: Bool,
        confirm: @escaping @Sendable (Plan, Retirement) throws -> Void
    ) async throws -> (plan: Plan, end: PlanRunEnd) {
        let (known, _) = try store.plan(id)
        try running.check(known, note: note)
        let claim = try store.claim(id)
        defer { withExtendedLifetime(claim) {} }
        let progress = PlanProgress(claim.entries)
        try PlanRunning.check(.retire, progress, id)
        let session = try PlanRunning.inRegion(of: known, running.session)
        let rollout = progress.rollout ?? known.rollout
        let end = try await ValueSession(session).perform { access, context in
            try PlanRunning.check(known, context)
            let picture = try await AccountPicture.read(session, about: known.subject, note: note, access, context)
            let tools = try running.tools(session, access, claim, context)
            let planner = RetirementPlanner(
                facts: picture.facts, graph: picture.graph, secrets: tools.secrets, parameters: tools.parameters,
                functions: tools.functions, callers: AccountCallers(calls: picture.reader.client))
            let retirement = try await planner.retirement(of: known, progress, keepsVersions: keepsVersions)
            try confirm(known, retirement)
            let stop = StopSignal()
            let watcher = RunWatcher(steps: retirement.steps, quiet: session.options.quiet)
            let run = PlanRun(
                known, progress: progress, rollout: rollout, tools: tools,
                supply: PersonsValue(origin: .recipe, mayAsk: false), note: note, as: context, stop: stop,
                observe: watcher.observe)
            return await PlanRunning.untilStopped(stop) { await run.retire(retirement) }
        }
        return (known, end)
    }
}

import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// Runs a plan in this process, between the records of a session.
struct PlanRunning {
    /// How long a hook or a check may take, in seconds.
    private static let programSeconds = 120.0

    let session: Session
    let store: PlanStore

    init(_ session: Session) throws {
        self.session = session
        let folders = session.folders
        do throws(StateFilesError) {
            store = try Result { () throws(StateFilesError) in try StateFolder(at: folders.state) }
                .flatMap { folder in
                    Result { () throws(OperationFailure) in try PlanStore(state: folder) }
                        .mapError { StateFilesError("open", folders.state, .malformed($0.message)) }
                }.get()
        } catch {
            throw OperationFailure(.failed, "\(error)")
        }
    }

    /// Runs it to its end. Ctrl-C stops it behind the call that is under way.
    ///
    /// - Parameter original: what has the new value already, where the plan is to give the same one.
    func run(
        _ command: RunCommand, _ id: PlanID, rollout: RolloutOptions, note: String?, supply: PersonsValue,
        copying original: Reference? = nil, confirmations: Set<Confirmation> = [], confirm: (Plan) throws -> Void
    ) async throws -> (plan: Plan, end: PlanRunEnd) {
        ProcessHardening.keepSmall()
        let (known, _) = try store.plan(id)
        try check(known, note: note)
        try confirm(known)
        let claim = try store.claim(known)
        defer { withExtendedLifetime(claim) {} }
        let progress = PlanProgress(claim.entries)
        try Self.check(command, progress, id)
        let session = try Self.inRegion(of: known, session)
        let values = ValueSession(session)
        let stop = StopSignal()
        let chosen = rollout.applied(to: progress.rollout ?? known.rollout)
        let watcher = RunWatcher(known, rollout: chosen, quiet: session.options.quiet)
        let end = try await values.perform { access, context in
            try Self.check(known, context)
            let tools = try tools(session, access, claim, context, pace: chosen.requestsPerSecond)
            let copied = original.map {
                CopiedValue(of: $0, store: access.store, audit: access.audit, note: note, as: context)
            }
            let run = PlanRun(
                known, progress: progress, rollout: chosen, tools: tools, supply: copied ?? supply, note: note,
                as: context,
                stop: stop, confirmations: confirmations, observe: watcher.observe)
            return await Self.untilStopped(stop) {
                switch command {
                case .apply, .resume, .retire: await run.forward(command)
                case .rollback: await run.back()
                }
            }
        }
        return (known, end)
    }

    /// Ctrl-C cancels the command's task; the run is not in it, so that nothing is cut off in the middle.
    static func untilStopped(
        _ stop: StopSignal, _ run: @escaping @Sendable () async -> PlanRunEnd
    ) async -> PlanRunEnd {
        let work = Task.detached { await run() }
        // The terminal is gone, or the machine goes down: the same, and nobody is left to tell.
        let endings = EndingSignals { stop.stop() }
        defer { withExtendedLifetime(endings) {} }
        return await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            StandardError.line("curtain: stopping behind the call that is under way; Ctrl-C again leaves at once")
            stop.stop()
        }
    }

    /// What a run of this plan works with.
    ///
    /// - Parameter pace: calls a second out of Lambda's shared quota; nil: as configured.
    func tools(
        _ session: Session, _ access: ValueSession.Access, _ claim: PlanClaim, _ context: AuditContext,
        pace: Int? = nil
    ) throws -> RunTools {
        let client = SharedQuotaCalls(
            try session.client(), perSecond: pace ?? session.settings.requestsPerSecond)
        return RunTools(
            secrets: AccountSecrets(calls: client), parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: access.fingerprints),
            hook: claim.plan.hook == nil
                ? nil : HookProgram(environment: session.environment, seconds: Self.programSeconds),
            health: AccountHealth(calls: client, began: claim.entries.first?.time ?? Date()),
            programs: CheckProgram(environment: session.environment, seconds: Self.programSeconds),
            journal: claim.journal, audit: access.audit, clock: MachineClock(), fingerprints: access.fingerprints,
            stores: AccountStores(calls: client), ciphers: AccountCiphers(calls: client),
            grants: AccountGrants(calls: client),
            reads: AccountReads(
                calls: client, ownARN: context.actorARN, account: claim.plan.account, region: claim.plan.region),
            stacks: AccountStacks(calls: client),
            passwords: AccountSecrets(calls: client), keys: AccountKeys(calls: client))
    }

    /// The plan says which account it is for.
    static func check(_ plan: Plan, _ context: AuditContext) throws(OperationFailure) {
        guard context.account == plan.account else {
            throw OperationFailure(
                .usage,
                "\(plan.id) is for account \(plan.account); these credentials belong to \(context.account ?? "none")")
        }
    }

    /// A rotation reads values, so it needs a note; read-only mode changes nothing.
    func check(_ plan: Plan, note: String?) throws(OperationFailure) {
        guard !session.mode.readOnly else {
            throw OperationFailure(.denied, "will not apply a plan in read-only mode; leave it first")
        }
        guard plan.recipe != nil || note != nil else { return }
        let incident = try session.incident()?.text
        try session.revealPolicy.check(
            "apply a plan", note: note ?? "", incident: incident, mode: AccessMode())
    }

    /// Whether the command fits how far the plan has come.
    ///
    /// - Parameter passes: whether a plan that was not begun, or was taken back already, is let pass.
    static func check(
        _ command: RunCommand, _ progress: PlanProgress, _ id: PlanID, orNotBegun passes: Bool = false
    ) throws(OperationFailure) {
        if passes, !progress.isBegun || progress.end == .rolledBack { return }
        switch (command, progress.end) {
        case (.apply, _) where progress.isBegun:
            throw OperationFailure(
                .usage, "\(id) was begun already: curtain status \(id), then curtain resume or curtain rollback")
        case (.resume, _) where !progress.isBegun, (.rollback, _) where !progress.isBegun:
            throw OperationFailure(.usage, "\(id) was not begun yet; curtain apply \(id) begins it")
        case (.resume, .retired?), (.rollback, .retired?), (.retire, .retired?):
            throw OperationFailure(.usage, "\(id) is retired: its old value is not kept any longer")
        case (.resume, _) where progress.command == .retire, (.rollback, _) where progress.command == .retire:
            throw OperationFailure(
                .usage,
                "the old value of \(id) is being retired, which cannot be taken back; curtain retire \(id) goes on")
        case (.resume, .finished?): throw OperationFailure(.usage, "\(id) is done already")
        case (.resume, .rolledBack?), (.rollback, .rolledBack?):
            throw OperationFailure(.usage, "\(id) was taken back; make a new plan")
        case (.resume, .stopped?), (.resume, nil), (.rollback, _), (.apply, _), (.retire, _): return
        }
    }

    /// The plan says which region it is for.
    static func inRegion(of plan: Plan, _ session: Session) throws(OperationFailure) -> Session {
        var options = session.options
        guard options.region == nil || options.region == plan.region else {
            throw OperationFailure(.usage, "\(plan.id) is for region \(plan.region), not \(options.region ?? "")")
        }
        options.region = plan.region
        return session.with(options)
    }
}

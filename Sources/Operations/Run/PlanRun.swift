import AuditTrail
import Inventory
import Synchronization

/// One run of a plan, by the process that has claimed it: forward to the new state, or back to the old one.
///
/// It can begin anywhere: what is done already is found done. It ends as `PlanRunEnd` says, and that is in the journal
/// and in the trail.
public struct PlanRun: Sendable {
    let tools: RunTools
    let state: RunState
    let values: RunValues
    let performer: StepPerformer
    private let trail: SharedTrail
    private let context: AuditContext
    private let note: String?
    private let observe: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - progress: what the plan's journal says.
    ///   - rollout: in which portions; the plan's own unless the person said another.
    ///   - note: why, as the person typed it.
    public init(
        _ plan: Plan, progress: PlanProgress, rollout: Rollout, tools: RunTools, supply: any NewValueSupply,
        note: String?, as context: AuditContext, stop: StopSignal, confirmations: Set<Confirmation> = [],
        observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.tools = tools
        self.context = context
        self.note = note
        self.observe = observe
        trail = SharedTrail(tools.audit)
        state = RunState(
            plan: plan, rollout: rollout, progress: progress, journal: tools.journal, confirmations: confirmations)
        values = RunValues(state: state, tools: tools, supply: supply)
        performer = StepPerformer(
            tools: tools, trail: trail, state: state, context: context, note: note, stop: stop, observe: observe)
    }

    /// To the new state. `command` is `apply` or `resume`.
    public func forward(_ command: RunCommand) async -> PlanRunEnd {
        await run(command, events: (.applyStarted, .applyFinished)) { () async throws(OperationFailure) in
            if await !state.snapshot.isBegun {
                try await Preflight(tools: tools, plan: state.plan).check()
                try await checkValue()
            }
            try await begin(command)
            return try await goForward()
        }
    }

    /// To the old state, in reverse order, each step compared before it acts.
    public func back() async -> PlanRunEnd {
        await run(.rollback, events: (.applyStarted, .applyRolledBack)) { () async throws(OperationFailure) in
            try await begin(.rollback)
            return try await goBack()
        }
    }

    /// The old value goes for good, by the steps of a retirement that a person has read.
    public func retire(_ retirement: Retirement) async -> PlanRunEnd {
        await run(.retire, events: (.applyStarted, .applyFinished)) { () async throws(OperationFailure) in
            try await begin(.retire)
            return try await performAll(retirement)
        }
    }

    /// A value that its store would refuse is refused before the plan has begun, so that it can be given once more.
    private func checkValue() async throws(OperationFailure) {
        guard state.plan.work == .set || state.plan.work == .move, state.plan.recipe != nil else { return }
        let value: FetchedValue
        do throws(CallFailure) { value = try await values.new() } catch { throw error.failure }
        try ValueLimit.check(value.bytes, for: state.plan)
    }

    private func begin(_ command: RunCommand) async throws(OperationFailure) {
        try await state.record(.started(command, state.rollout))
    }

    private func run(
        _ command: RunCommand, events: (start: AuditEvent, end: AuditEvent),
        _ body: () async throws(OperationFailure) -> PlanRunEnd
    ) async -> PlanRunEnd {
        var end: PlanRunEnd
        do throws(OperationFailure) {
            try await audit(events.start, .pending, step: command.rawValue)
            end = try await body()
        } catch {
            end = .stopped(error, problems: [])
        }
        await values.wipe()
        guard await state.snapshot.isBegun else { return end }
        do throws(OperationFailure) {
            switch end {
            case .finished: try await finish(.finished, events.end, words: end.words)
            case .rolledBack: try await finish(.rolledBack, events.end, words: end.words)
            case .retired: try await finish(.retired, events.end, words: nil)
            case .stopped: try await finish(.stopped, .applyStopped, words: end.words)
            }
        } catch {
            end = .stopped(error, problems: end.problems)
        }
        return end
    }

    private func finish(_ end: RunEnd, _ event: AuditEvent, words: String?) async throws(OperationFailure) {
        try await state.record(.ended(end, words: words))
        try await audit(event, words == nil ? .done : .failed, error: words)
    }

    private func audit(
        _ event: AuditEvent, _ outcome: AuditOutcome, step: String? = nil, error: String? = nil
    ) async throws(OperationFailure) {
        let record = AuditRecord(
            event, outcome, context: context, reference: state.plan.subject.text, note: note,
            plan: state.plan.id.text, step: step, error: error)
        try await trail.append(record, consequence: "nothing more is changed")
    }

    /// Tells those who watch that a wave begins.
    func tell(wave number: Int, of count: Int) { observe(.wave(number, of: count)) }
}

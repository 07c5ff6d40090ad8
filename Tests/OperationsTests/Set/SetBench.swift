import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Synchronization

/// Plans that write a value, made and run over stores in memory. Functions, hooks and metrics have no part in them: a
/// call of one is a failure.
struct SetBench {
    let stores = FakeStores()
    let audit = FakeAudit(journal: Journal())
    let journal = MemoryJournal()
    var given = "canary-new"

    func plan(_ request: SetRequest) async throws(OperationFailure) -> Plan {
        try await SetPlanner(
            secrets: stores, parameters: stores, region: "eu-west-1", account: "111122223333",
            now: Date(timeIntervalSince1970: 1_795_000_000)
        ).set(request)
    }

    /// Forward from the beginning, or back from where the last run has come to.
    func run(_ plan: Plan, back: Bool = false) async -> PlanRunEnd {
        if !back { journal.forget() }
        let run = PlanRun(
            plan, progress: journal.progress, rollout: plan.rollout,
            tools: RunTools(
                secrets: stores, parameters: stores, functions: NoFunctions(), hook: nil, health: NoHealth(),
                programs: NoHealth(), journal: journal, audit: audit, clock: StoppedClock(),
                fingerprints: FakeStore.key), supply: Given(text: given), note: "because",
            as: AuditContext(user: "u", host: "h", processID: 1, session: "s"), stop: StopSignal())
        return back ? await run.back() : await run.forward(.apply)
    }

    private struct Given: NewValueSupply {
        let text: String

        func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes { FakeStore.bytes(text) }
    }

    /// A journal in memory.
    final class MemoryJournal: PlanJournaling {
        private let kept = Mutex(PlanProgress())

        var progress: PlanProgress { kept.withLock { $0 } }

        func forget() { kept.withLock { $0 = PlanProgress() } }

        func append(_ event: JournalEntry.Event) async throws(OperationFailure) { kept.withLock { $0.add(event) } }
    }

    private struct StoppedClock: RunClock {
        func now() -> Date { Date(timeIntervalSince1970: 1_795_000_000) }
        func sleep(seconds: Double) async {}
    }

    private struct NoHealth: HealthReading, CheckRunning {
        func health(of functions: [String], minutes: Int) async throws(CallFailure) -> [FunctionHealth] {
            throw notAnnounced
        }

        func run(_ command: String, plan: PlanID, wave: Int) async throws(CallFailure) -> String? { throw notAnnounced }
    }
}

private let notAnnounced = CallFailure(.refused, OperationFailure(.ownFault, "a set has nothing to do with this"))

private struct NoFunctions: FunctionChanging {
    func state(of function: String, qualifier: String?) async throws(CallFailure) -> FunctionState {
        throw notAnnounced
    }
    func setVariables(
        _ changes: [String: SecretBytes?], of function: String, revision: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt) { throw notAnnounced }
    func publish(
        _ function: String, codeSHA256: String?, revision: String, description: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt) { throw notAnnounced }
    func versions(of function: String) async throws(CallFailure) -> [FunctionState] { throw notAnnounced }
    func alias(_ alias: String, of function: String) async throws(CallFailure) -> AliasState { throw notAnnounced }
    func aliases(of function: String) async throws(CallFailure) -> [String: AliasState] { throw notAnnounced }
    func deleteVersion(_ version: String, of function: String) async throws(CallFailure) -> CallReceipt {
        throw notAnnounced
    }
    func point(
        _ alias: String, of function: String, to version: String, weights: [String: Double], revision: String?
    ) async throws(CallFailure) -> (state: AliasState, receipt: CallReceipt) { throw notAnnounced }
    func provisioned(on alias: String, of function: String) async throws(CallFailure) -> ProvisionedState? {
        throw notAnnounced
    }
    func invoke(
        _ function: String, qualifier: String?, payload: String, expected: String?
    ) async throws(CallFailure) -> InvocationOutcome { throw notAnnounced }
    func value(of variable: String, in function: String, qualifier: String?) async throws(CallFailure) -> SecretBytes? {
        throw notAnnounced
    }
}

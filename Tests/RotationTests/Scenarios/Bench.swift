import AWSClient
import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import StateFiles

/// One account, one plan on the disk, and as many processes as it takes.
final class Bench: Sendable {
    let scenario: Scenario
    let aws: FakeAWS
    let plan: Plan
    let before: FakeAccount
    private let script: FaultScript?
    private let folder: StateFolder
    private let place: String
    private let time = FakeTime()
    private let supply = CountingSupply()

    /// - Parameters:
    ///   - account: another than the scenario's.
    ///   - adjust: what else the lists would say.
    init(
        _ scenario: Scenario, script: FaultScript? = nil, account: FakeAccount? = nil,
        request: RotationRequest? = nil, move: MoveRequest? = nil, adjust: (inout AccountFacts) -> Void = { _ in }
    ) async throws {
        self.scenario = scenario
        self.script = script
        before = account ?? scenario.account
        aws = FakeAWS(before, script: script)
        place = "/dev/shm/curtain-rotation-\(UInt64.random(in: .min ... .max))"
        folder = try StateFolder(at: place)
        var facts = AccountFacts(before, noted: true)
        adjust(&facts)
        let graph = facts.graph()
        let client = try Self.client(aws, time)
        let planner = RotationPlanner(
            facts: facts, graph: graph, secrets: AccountSecrets(calls: client),
            parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: Values.key), now: time.forRun.now(),
            keys: AccountKeys(calls: client), ciphers: AccountCiphers(calls: client),
            stacks: AccountStacks(calls: client))
        let made: Plan
        switch scenario.work {
        case .rotate(let own): made = try await planner.rotate(request ?? own)
        case .move(let own): made = try await planner.move(move ?? own, stores: AccountStores(calls: client))
        case .set(let own):
            made = try await SetPlanner(
                secrets: AccountSecrets(calls: client), parameters: AccountParameters(calls: client),
                stores: AccountStores(calls: client), region: "eu-west-1", account: "111122223333",
                now: time.forRun.now()
            ).set(own)
        }
        try PlanStore(state: folder).add(made)
        // What is run is what was read back from the file.
        plan = try PlanStore(state: folder).plan(made.id).plan
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: place) } catch { print("left behind: \(place)") }
    }

    /// One process: claims the plan and runs it to its end, or to its death.
    ///
    /// - Parameter action: a step behind which the person asks it to stop.
    func run(
        _ command: RunCommand, stop: StopSignal = StopSignal(), rollout: Rollout? = nil,
        stopBehind action: StepAction? = nil, reads: (any ReadWatching)? = nil,
        says: Set<Confirmation> = [.done, .unseen, .remove("API_KEY"), .remove("/prod/key")],
        watch: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) async throws -> PlanRunEnd {
        script?.reborn()
        let claim = try PlanStore(state: folder).claim(plan.id)
        defer { withExtendedLifetime(claim) {} }
        let client = try Self.client(aws, time)
        let audit = AuditTrail(in: folder)
        let tools = RunTools(
            secrets: AccountSecrets(calls: client), parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: Values.key),
            hook: FakeHook(target: before.target, script: script, field: scenario.field),
            health: FakeHealth(script: script),
            programs: FakePrograms(), journal: MortalJournal(claim.journal, script), audit: MortalAudit(audit, script),
            clock: time.forRun, fingerprints: Values.key, stores: AccountStores(calls: client),
            ciphers: AccountCiphers(calls: client), grants: AccountGrants(calls: client), reads: reads,
            stacks: AccountStacks(calls: client), keys: AccountKeys(calls: client))
        let run = PlanRun(
            claim.plan, progress: PlanProgress(claim.entries), rollout: rollout ?? plan.rollout, tools: tools,
            supply: supply, note: "because", as: AuditContext(user: "u", host: "h", processID: 1, session: "s"),
            stop: stop, confirmations: says,
            observe: { [script] event in
                script?.observe(event)
                watch(event)
                if case .ended(let step, .forward, _, _) = event, step.action == action { stop.stop() }
            })
        switch command {
        case .apply, .resume: return await run.forward(command)
        case .rollback: return await run.back()
        case .retire:
            do throws(OperationFailure) {
                let retirement = try await retirement(client, PlanProgress(claim.entries))
                try retirement.refuseIfInUse()
                return await run.retire(retirement)
            } catch {
                return .stopped(error, problems: [])
            }
        }
    }

    /// What still holds the old value now.
    func retirement() async throws -> Retirement {
        try await retirement(try Self.client(aws, time), progress)
    }

    private func retirement(
        _ client: AWSClient, _ progress: PlanProgress
    ) async throws(OperationFailure) -> Retirement {
        var facts = AccountFacts(aws.account, noted: true)
        let graph = facts.graph()
        return try await RetirementPlanner(
            facts: facts, graph: graph, secrets: AccountSecrets(calls: client),
            parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: Values.key), callers: FakeCallers()
        ).retirement(of: plan, progress)
    }

    var summary: PlanSummary {
        get throws {
            PlanSummary(plan, try PlanStore(state: folder).entries(of: plan.id), isRunning: false)
        }
    }

    var progress: PlanProgress { get throws { try PlanStore(state: folder).plan(plan.id).progress } }

    /// Whether the trail is whole, and no file of the state folder holds a value.
    func faultsOnDisk() throws -> [String] {
        var faults: [String] = []
        let state = try AuditVerification(of: folder, depth: .full).state
        if state != .intact { faults.append("the audit trail is \(state)") }
        let own = try folder.subfolder("plans").subfolder(plan.id.text)
        for (holder, name) in [(folder, "audit.jsonl"), (own, "plan.json"), (own, "journal.jsonl")] {
            let text = String(decoding: try holder.contents(of: name, limit: 1 << 24) ?? [], as: UTF8.self)
            if text.contains("c4nary") { faults.append("\(name) holds a value") }
        }
        return faults
    }

    private static func client(_ aws: FakeAWS, _ time: FakeTime) throws -> AWSClient {
        let configuration = try ClientConfiguration.resolve(
            region: "eu-west-1", endpointURL: "http://127.0.0.1:1", environment: AWSEnvironment([:]), files: NoFiles())
        return AWSClient(configuration: configuration, transport: aws, credentials: nil, clock: time, random: { 0.5 })
    }
}

import AWSClient
import AccountAccess
import AuditTrail
import Console
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// Plans for the console: with its own client, so that every call is in its log.
struct ConsoleWorkshop: PlanWorkshop {
    /// How long a hook or a check may take, in seconds.
    private static let programSeconds = 120.0

    let store: PlanStore
    let region: String
    private let session: Session
    private let client: AWSClient
    private let trail: ConsoleWorld.Trail

    init(
        _ session: Session, client: AWSClient, state: StateFolder, trail: ConsoleWorld.Trail
    ) throws(OperationFailure) {
        store = try PlanStore(state: state)
        region = client.configuration.region ?? ""
        self.session = session
        self.client = client
        self.trail = trail
    }

    func make(
        _ wish: PlanWish, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> (plan: Plan, unseen: [String]) {
        let picture = try await picture(of: wish.subject, note: wish.note, mode: mode, as: context)
        let planner = RotationPlanner(
            facts: picture.facts, graph: picture.graph, secrets: AccountSecrets(calls: client),
            parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: PacedCalls(client), fingerprints: trail.fingerprints),
            callers: AccountCallers(calls: client), now: Date(),
            requestsPerSecond: session.settings.requestsPerSecond, keys: AccountKeys(calls: client),
            ciphers: AccountCiphers(calls: client), stacks: AccountStacks(calls: client))
        var plan: Plan
        switch wish {
        case .rotate(let rotation): plan = try await planner.rotate(try RotationRequest(rotation))
        case .redeploy(let names, _, let rollout):
            plan = try await planner.redeploy(names, rollout: try Rollout(rollout))
        case .set(let setting):
            var request = try SetRequest(setting)
            if setting.aim == .create {
                request.names = picture.facts.secrets.map(\.common.name) + picture.facts.parameters.map(\.common.name)
            }
            plan = try await set(request, planner, context)
        case .follow(let work): plan = try await follow(work, planner, context)
        }
        plan = await AccountPermissions.tested(plan, calls: client, context)
        try store.add(plan)
        let record = AuditRecord(
            .planMade, .done, context: context, reference: wish.subject.text, note: wish.note, plan: plan.id.text)
        do throws(AuditError) { try trail.audit.append(record) } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (\(plan.id) is kept all the same)")
        }
        return (plan, picture.facts.gaps)
    }

    private func set(
        _ request: SetRequest, _ planner: RotationPlanner, _ context: AuditContext
    ) async throws(OperationFailure) -> Plan {
        if case .variable = request.subject {
            return try await planner.setVariable(request, writesOverStacks: false, rollout: Rollout())
        }
        return try await SetPlanner(
            secrets: AccountSecrets(calls: client), parameters: AccountParameters(calls: client),
            stores: AccountStores(calls: client), region: region, account: context.account ?? "", now: Date()
        ).set(request)
    }

    /// What a finding says, as a request.
    private func follow(
        _ work: FollowingPlan.Work, _ planner: RotationPlanner, _ context: AuditContext
    ) async throws(OperationFailure) -> Plan {
        switch work {
        case .rotate(let subject):
            return try await planner.rotate(RotationRequest(subject, transition: nil))
        case .move(let subject, let store):
            let destination: PlannedMove.Destination =
                switch store {
                case .environment: .environment
                case .parameterStore: .parameter
                case .secretsManager: .secret
                case .kms: .kms
                }
            return try await planner.move(
                MoveRequest([subject], to: destination), stores: AccountStores(calls: client))
        case .delete(let subject):
            return try await set(SetRequest(subject, .delete(recoveryDays: 30), recipe: .unchanged), planner, context)
        case .restore(let subject):
            return try await set(SetRequest(subject, .restore, recipe: .unchanged), planner, context)
        case .dropPolicies(let subject):
            let changes = ParameterChanges(policies: "[]")
            return try await set(SetRequest(subject, recipe: .unchanged, changes: changes), planner, context)
        case .redeploy(let subject), .resolveAnew(let subject):
            guard case .function(let name, _) = subject else {
                throw OperationFailure(.usage, "\(subject) is no function")
            }
            return try await planner.redeploy([name], rollout: Rollout(), deploysStacks: work == .resolveAnew(subject))
        case .set(let subject): return try await set(SetRequest(subject, recipe: .given), planner, context)
        }
    }

    func retirement(
        of plan: Plan, _ progress: PlanProgress, note: String, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> Retirement {
        let picture = try await picture(of: plan.subject, note: note, mode: mode, as: context)
        let planner = RetirementPlanner(
            facts: picture.facts, graph: picture.graph, secrets: AccountSecrets(calls: client),
            parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: trail.fingerprints),
            callers: AccountCallers(calls: client))
        return try await planner.retirement(of: plan, progress)
    }

    private func picture(
        of subject: Reference, note: String?, mode: AccessMode, as context: AuditContext
    ) async throws(OperationFailure) -> AccountPicture {
        var mode = mode
        mode.secondFactorAge = session.secondFactorAge
        if let note {
            try session.revealPolicy.check("compare values", note: note, incident: context.incident, mode: mode)
        }
        // Its lists are not those on the screen: one of its own.
        let inventory = AccountInventory(
            calls: client, region: region, fingerprints: trail.fingerprints,
            openVariables: session.settings.openVariables)
        return try await AccountPicture.read(
            AccountReader(client: client, region: region, inventory: inventory), mode: mode, about: subject,
            note: note,
            ValueSession.Access(
                store: AccountValues(calls: client), keys: AccountDataKeys(calls: client), audit: trail.audit,
                fingerprints: trail.fingerprints, policy: session.revealPolicy), context)
    }

    func tools(for claim: PlanClaim, as context: AuditContext) -> RunTools {
        let environment = session.environment
        // The same share of the account's quota as a run from the command line.
        let client = SharedQuotaCalls(
            client, perSecond: claim.plan.rollout.requestsPerSecond ?? session.settings.requestsPerSecond)
        return RunTools(
            secrets: AccountSecrets(calls: client), parameters: AccountParameters(calls: client),
            functions: AccountFunctions(calls: client, fingerprints: trail.fingerprints),
            hook: claim.plan.hook == nil
                ? nil : HookProgram(environment: environment, seconds: Self.programSeconds),
            health: AccountHealth(calls: client, began: claim.entries.first?.time ?? Date()),
            programs: CheckProgram(environment: environment, seconds: Self.programSeconds), journal: claim.journal,
            audit: trail.audit, clock: MachineClock(), fingerprints: trail.fingerprints,
            stores: AccountStores(calls: client), ciphers: AccountCiphers(calls: client),
            grants: AccountGrants(calls: client),
            reads: AccountReads(
                calls: client, ownARN: context.actorARN, account: claim.plan.account, region: claim.plan.region),
            stacks: AccountStacks(calls: client),
            passwords: AccountSecrets(calls: client), keys: AccountKeys(calls: client))
    }

    func startDetached(_ order: PlanOrder, _ id: PlanID) async throws(OperationFailure) -> Int32 {
        let options = session.options
        var arguments = [order.command.rawValue, id.text]
        for (name, value) in [
            ("--note", order.note), ("--profile", options.profile), ("--endpoint-url", options.endpointURL),
            ("--config", options.config), ("--incident", options.incident),
            ("--timeout", options.timeout.map { String($0) })
        ] {
            if let value { arguments += ["\(name)=\(value)"] }
        }
        let (process, ended) = try await DetachedRunner(store: store, id: id).start(arguments, value: order.value)
        // One that is over already has begun, so that its journal says how it went.
        guard let ended, try !store.plan(id).progress.isBegun else { return process }
        let log = (try? StateFile.contents(atPath: store.logPath(of: id), limit: 1 << 16)) ?? []
        let last = String(decoding: log, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
        throw OperationFailure(.failed, "the run ended at once with exit code \(ended): \(last)")
    }

    func stopDetached(_ id: PlanID) throws(OperationFailure) { _ = try store.askToStop(id) }
}

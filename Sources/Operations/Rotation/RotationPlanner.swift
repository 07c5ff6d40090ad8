import FoundationEssentials
import Inventory

/// Makes plans: reads what the account says, decides, and changes nothing.
public struct RotationPlanner: Sendable {
    /// What was read of the account; its `stored` fingerprints are there if the person gave a note.
    let facts: AccountFacts
    let graph: ConsumerGraph
    let secrets: any SecretStaging
    let parameters: any ParameterVersioning
    let functions: any FunctionChanging
    let callers: (any PinnedCallerReading)?
    let now: Date
    /// The share of Lambda's shared quota that a run will take.
    let requestsPerSecond: Int
    /// nil where no key is planned.
    let keys: (any KeyRotating)?
    /// nil where no ciphertext is encrypted anew.
    let ciphers: (any VariableEncrypting)?
    /// nil where no stack is deployed.
    let stacks: (any StackChanging)?

    /// - Parameters:
    ///   - callers: tells who calls versions by their numbers; nil leaves that unsaid.
    ///   - requestsPerSecond: the share of Lambda's shared quota that a run will take.
    public init(
        facts: AccountFacts, graph: ConsumerGraph, secrets: any SecretStaging, parameters: any ParameterVersioning,
        functions: any FunctionChanging, callers: (any PinnedCallerReading)? = nil, now: Date,
        requestsPerSecond: Int = 10, keys: (any KeyRotating)? = nil, ciphers: (any VariableEncrypting)? = nil,
        stacks: (any StackChanging)? = nil
    ) {
        self.facts = facts
        self.graph = graph
        self.secrets = secrets
        self.parameters = parameters
        self.functions = functions
        self.callers = callers
        self.now = now
        self.requestsPerSecond = requestsPerSecond
        self.keys = keys
        self.ciphers = ciphers
        self.stacks = stacks
    }

    /// A plan that gives the subject a new value and brings it to whatever uses it.
    ///
    /// - Throws: `usage` if the transition is not declared or the subject cannot be rotated, `notFound`, `tryAgain` if
    ///   something is in the way that someone else has begun.
    public func rotate(_ request: RotationRequest) async throws(OperationFailure) -> Plan {
        try request.check()
        do throws(CallFailure) {
            switch request.subject {
            case .secret(let name, nil, _): return try await withPinnedCallers(secret(name, request))
            case .parameter(let name, nil): return try await withPinnedCallers(parameter(name, request))
            case .variable(let function, nil, let name):
                return try await withPinnedCallers(variable(function, name, request))
            case .key(let id): return try await withPinnedCallers(key(id, request))
            case .secret, .parameter, .variable:
                throw CallFailure(
                    .refused,
                    OperationFailure(
                        .usage,
                        "\(request.subject): name it without a version; the current one "
                            + "is rotated"))
            case .function, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
                throw CallFailure(
                    .refused, OperationFailure(.usage, "\(request.subject) has no value that can be rotated"))
            }
        } catch {
            throw error.failure
        }
    }

    /// A plan that makes functions start anew, so that they read what they read at run time once more.
    ///
    /// - Parameter deploysStacks: the stacks that resolve values into their variables are deployed, each with a change on these
    ///   functions alone; without it such variables stay as they are.
    public func redeploy(
        _ names: [String], rollout: Rollout, deploysStacks: Bool = false
    ) async throws(OperationFailure) -> Plan {
        guard let first = names.first else { throw OperationFailure(.usage, "name at least one function") }
        var plan = draft(.redeploy, .function(name: first), rollout: rollout)
        do throws(CallFailure) {
            for name in names {
                if deploysStacks, try await addResolvedAnew(name, to: &plan) { continue }
                warnOfStacks(name, in: &plan)
                try await add(FunctionChange(function: name), to: &plan, writesOverStacks: true)
            }
            addStacks(to: &plan)
        } catch {
            throw error.failure
        }
        guard !plan.lanes.isEmpty else { throw Self.nothing(plan) }
        do throws(CallFailure) { return try await withPinnedCallers(finished(plan)) } catch { throw error.failure }
    }

    func draft(_ work: PlanWork, _ subject: Reference, rollout: Rollout) -> Plan {
        Plan(
            id: .random(), work: work, subject: subject, created: now, region: facts.region, account: facts.account,
            token: Plan.randomToken(), rollout: rollout)
    }

    /// The draft with what follows from all of it: numbers, permissions, what cannot be undone.
    func finished(_ draft: Plan) -> Plan {
        var plan = draft
        plan.lanes.sort { $0.function < $1.function }
        if plan.transition == .cutover {
            plan.rollout = .atOnce(
                plan.lanes.count, checks: plan.rollout.checks, requestsPerSecond: plan.rollout.requestsPerSecond)
        }
        plan.estimate = PlanEstimate(
            of: plan, sharedPerSecond: Double(plan.rollout.requestsPerSecond ?? requestsPerSecond))
        plan.permissions = PlanPermission.needed(by: plan, facts: facts)
        plan.cannotUndo += plan.endings
        return plan
    }

    static func nothing(_ plan: Plan) -> OperationFailure {
        let first = plan.leftOut.first.map { ": \($0.reference): \($0.why)" } ?? ""
        return OperationFailure(.failed, "nothing is left to do\(first)")
    }
}

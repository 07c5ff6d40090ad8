import FoundationEssentials
import Inventory

/// Plans that write, make, delete or configure one secret or parameter. What uses the value is not touched; that is a
/// rotation's or a redeployment's work.
public struct SetPlanner: Sendable {
    let secrets: any SecretStaging
    let parameters: any ParameterVersioning
    let stores: (any StoreChanging)?
    let region: String
    private let account: String
    private let now: Date

    public init(
        secrets: any SecretStaging, parameters: any ParameterVersioning, stores: (any StoreChanging)? = nil,
        region: String, account: String, now: Date
    ) {
        self.secrets = secrets
        self.parameters = parameters
        self.stores = stores
        self.region = region
        self.account = account
        self.now = now
    }

    /// - Throws: `usage` for what cannot be set so, `notFound` if it or the version to restore is not there, `tryAgain` if a
    ///   pending version of someone else is in the way.
    public func set(_ request: SetRequest) async throws(OperationFailure) -> Plan {
        do throws(CallFailure) {
            try await checkPlace(request)
            switch request.subject {
            case .secret(let name, nil, _): return finished(try await secret(name, request))
            case .parameter(let name, nil): return finished(try await parameter(name, request))
            case .secret, .parameter:
                throw Self.refused(.usage, "\(request.subject): name it without a version; a new one is written")
            case .variable:
                throw Self.refused(
                    .usage, "\(request.subject): a variable's function must be read with it")
            case .key, .function, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
                throw Self.refused(.usage, "\(request.subject) has no value that can be set")
            }
        } catch {
            throw error.failure
        }
    }

    /// What can be said of the request alone.
    private func checkPlace(_ request: SetRequest) async throws(CallFailure) {
        if case .restore = request.aim {
            guard case .secret(_, nil, nil) = request.subject else {
                throw Self.refused(
                    .usage, "\(request.subject): only a secret that is being deleted can be restored whole")
            }
        }
        if case .delete(let days) = request.aim, !(7...30).contains(days) {
            throw Self.refused(.usage, "a deleted secret can be restored for 7 to 30 days, not \(days)")
        }
    }

    /// The plan with what follows from its steps.
    private func finished(_ draft: Plan) -> Plan {
        var plan = draft
        plan.cannotUndo += plan.endings
        plan.estimate = PlanEstimate(of: plan)
        plan.permissions = PlanPermission.needed(
            by: plan, facts: AccountFacts(account: account, region: region, taken: now))
        return plan
    }

    func draft(_ request: SetRequest) -> Plan {
        Plan(
            id: .random(), work: .set, subject: request.subject, created: now, region: region, account: account,
            token: Plan.randomToken(), recipe: request.recipe)
    }

    static func refused(_ kind: OperationFailure.Kind, _ words: String) -> CallFailure {
        CallFailure(.refused, OperationFailure(kind, words))
    }
}

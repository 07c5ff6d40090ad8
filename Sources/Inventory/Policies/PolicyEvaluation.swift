/// IAM's decision within one account, from the documents that can be read: identity policies, the boundary, and the
/// resource's own policy. What an organization's service control policies or a VPC endpoint's policy refuse is not seen.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
public struct PolicyEvaluation: Sendable {
    /// The resource's policy, where it has one, and how it joins with the identity's.
    public enum ResourceSide: Sendable, Equatable {
        /// The resource has none, or knows none.
        case none
        /// One of the two sides is enough: Secrets Manager, Lambda.
        case either(AccessPolicy)
        /// The resource's policy must allow it, itself or by leaving it to the account: KMS.
        case required(AccessPolicy)
        /// There may be one and it could not be read.
        case unread(String)
    }

    public init() {}

    public func decide(
        _ action: String, on resource: String, by caller: PolicyCaller, in context: RequestContext,
        resourceSide: ResourceSide = .none
    ) -> PolicyDecision {
        var doubt: String?
        let own = caller.policies.flatMap { policy in policy.statements.map { (policy, $0) } }
        let limits = caller.boundary.map { policy in policy.statements.map { (policy, $0) } } ?? []
        let resourceStatements = resourceSide.policy.map { policy in policy.statements.map { (policy, $0) } } ?? []

        for (policy, statement) in own + limits where statement.effect == .deny {
            switch statement.applies(to: action, on: resource, in: context) {
            case .yes: return .denied(by: Self.words(policy, statement))
            case .unknown(let key): doubt = doubt ?? "\(Self.words(policy, statement)) denies it depending on \(key)"
            case .no: break
            }
        }
        for (policy, statement) in resourceStatements where statement.effect == .deny {
            switch statement.concerns(caller).and(statement.applies(to: action, on: resource, in: context)) {
            case .yes: return .denied(by: Self.words(policy, statement))
            case .unknown(let key): doubt = doubt ?? "\(Self.words(policy, statement)) denies it depending on \(key)"
            case .no: break
            }
        }

        let bound = caller.boundary.map { Self.allows([$0], action, resource, context) } ?? .yes("")
        var identity = Self.allows(caller.policies, action, resource, context).limited(by: bound)
        if identity == .no, !caller.unread.isEmpty { identity = .unknown("\(caller.unread[0]) could not be read") }
        let resourceAllows = Self.allows(resourceStatements, to: caller, action, resource, context)

        let joined: Allowance
        switch resourceSide {
        case .none: joined = identity
        case .either: joined = identity.or(resourceAllows.direct.limited(by: bound)).or(resourceAllows.session)
        case .required:
            joined = resourceAllows.direct.limited(by: bound).or(identity.limited(by: resourceAllows.account))
        case .unread(let what): joined = identity.or(.unknown("\(what) could not be read"))
        }
        switch joined {
        case .no: return .notAllowed
        case .unknown(let why): return .undecided(because: doubt ?? why)
        case .yes(let by):
            if case .unread(let what) = resourceSide, doubt == nil { doubt = "\(what) could not be read" }
            if doubt == nil, let unread = caller.unread.first { doubt = "\(unread) could not be read" }
            return doubt.map { .undecided(because: $0) } ?? .allowed(by: by)
        }
    }

    static func words(_ policy: AccessPolicy, _ statement: PolicyStatement) -> String {
        "\(policy.name), \(statement.words)"
    }
}

extension PolicyEvaluation.ResourceSide {
    fileprivate var policy: AccessPolicy? {
        switch self {
        case .either(let policy), .required(let policy): policy
        case .none, .unread: nil
        }
    }
}

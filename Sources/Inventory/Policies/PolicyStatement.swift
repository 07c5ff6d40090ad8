/// One statement of a policy document.
public struct PolicyStatement: Sendable, Equatable {
    public enum Effect: String, Sendable { case allow = "Allow", deny = "Deny" }

    /// A list that is matched, or one that must not match (`NotAction`, `NotResource`, `NotPrincipal`).
    public enum Matching<Element: Sendable & Equatable>: Sendable, Equatable {
        case among([Element])
        case notAmong([Element])
    }

    /// Whom a statement of a resource policy is about.
    public enum Principal: Sendable, Equatable {
        case everybody
        /// An ARN, or an account's number, which means everybody whom that account lets.
        case aws(String)
        case service(String)
        /// A federated or canonical user.
        case other(String)
    }

    public let sid: String?
    public let effect: Effect
    /// nil in an identity policy.
    public let principal: Matching<Principal>?
    public let actions: Matching<PolicyPattern>
    /// nil where a document may leave it out, as trust policies do.
    public let resources: Matching<PolicyPattern>?
    public let conditions: [PolicyCondition]
    /// Its place in the document, counted from 1.
    public let number: Int

    public init(
        sid: String?, effect: Effect, principal: Matching<Principal>?, actions: Matching<PolicyPattern>,
        resources: Matching<PolicyPattern>?, conditions: [PolicyCondition], number: Int
    ) {
        self.sid = sid
        self.effect = effect
        self.principal = principal
        self.actions = actions
        self.resources = resources
        self.conditions = conditions
        self.number = number
    }

    /// `statement 2 (ReadSecrets)`
    public var words: String { "statement \(number)" + (sid.map { " (\($0))" } ?? "") }
}

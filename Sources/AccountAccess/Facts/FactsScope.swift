import FoundationEssentials
import Inventory

/// How much shall be read of an account to say who depends on what. Each part costs calls; what is left out is a gap
/// that the answer names.
public struct FactsScope: Sendable, Equatable {
    /// Published versions and aliases: a call or two a function.
    public var versions: Bool
    /// Roles, resource policies of secrets, key policies and grants.
    public var policies: Bool
    /// Templates: two calls a stack.
    public var stacks: Bool
    /// Secrets whose resource policy is needed whatever the number of secrets.
    public var secrets: Set<Reference>

    public init(
        versions: Bool = true, policies: Bool = true, stacks: Bool = true, secrets: Set<Reference> = []
    ) {
        self.versions = versions
        self.policies = policies
        self.stacks = stacks
        self.secrets = secrets
    }
}

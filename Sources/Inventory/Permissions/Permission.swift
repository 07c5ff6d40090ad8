/// One IAM action that curtain needs, and what for.
public struct Permission: Sendable, Equatable {
    /// What the action is allowed on.
    public enum Scope: Sendable, Equatable {
        /// Everything: the action knows no resources, or every list needs it.
        case all
        case secrets, parameters, keys, functions, eventSources, roles, users
    }

    /// `secretsmanager:GetSecretValue`
    public let action: String
    public let scope: Scope
    public let works: Set<PermissionWork>
    /// The statement that it is part of.
    public let purpose: String

    public var service: String { String(action.prefix { $0 != ":" }) }
}

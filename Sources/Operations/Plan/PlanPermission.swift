/// A permission that applying needs.
public struct PlanPermission: Hashable, Sendable {
    /// `lambda:UpdateFunctionConfiguration`
    public let action: String
    /// An ARN, or `*`.
    public let resource: String
    /// What iam:SimulatePrincipalPolicy said: `allowed`, `implicitDeny`, `explicitDeny`; nil if it could not be asked.
    public var decision: String?

    public init(action: String, resource: String, decision: String? = nil) {
        self.action = action
        self.resource = resource
        self.decision = decision
    }
}

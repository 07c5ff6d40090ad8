/// The ability to ask IAM beforehand whether calls would be allowed.
public protocol PermissionTesting: Sendable {
    /// The permissions with their decisions; where they could not be tested, why not, and no decision.
    func tested(_ permissions: [PlanPermission]) async -> (permissions: [PlanPermission], problem: String?)
}

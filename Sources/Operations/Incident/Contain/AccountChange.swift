/// One change of one setting of the account: which setting, and what it becomes. The state that a setting has now is
/// written the same way, as the change that would bring it back; so an undo is a change like any other.
public enum AccountChange: Equatable, Sendable {
    case accessKey(id: String, user: String, active: Bool)
    /// An inline policy; nil where there is none.
    case rolePolicy(role: String, name: String, document: PolicyText?)
    case userPolicy(user: String, name: String, document: PolicyText?)
    /// Reserved concurrency; nil where none is reserved.
    case concurrency(function: String, reserved: Int?)
    case provisioned(function: String, qualifier: String, count: Int?)
    case eventSource(uuid: String, function: String, enabled: Bool)
    /// The authentication of a function's address: NONE or AWS_IAM.
    case functionURL(function: String, qualifier: String?, authType: String)
    case secretPolicy(secret: String, document: PolicyText?)
    case key(id: String, enabled: Bool)
    case alias(function: String, name: String, version: String, weights: [AliasWeight])
    /// A function's description: the change that ends its warm sandboxes and touches no variable.
    case description(function: String, text: String)

    /// A version's share of an alias, 0 to 1.
    public struct AliasWeight: Equatable, Sendable {
        public let version: String
        public let weight: Double

        public init(version: String, weight: Double) {
            self.version = version
            self.weight = weight
        }
    }
}

extension AccountChange {
    /// What it does, for a person.
    public var words: String {
        switch self {
        case .accessKey(let id, let user, let active):
            "access key \(id) of user \(user) becomes \(active ? "active" : "inactive")"
        case .rolePolicy(let role, let name, let document):
            document == nil
                ? "inline policy \(name) of role \(role) is removed" : "role \(role) gets inline policy \(name)"
        case .userPolicy(let user, let name, let document):
            document == nil
                ? "inline policy \(name) of user \(user) is removed" : "user \(user) gets inline policy \(name)"
        case .concurrency(let function, let reserved):
            reserved.map { "\(function) gets reserved concurrency \($0)" }
                ?? "\(function) has no reserved concurrency any more"
        case .provisioned(let function, let qualifier, let count):
            count.map { "\(function):\(qualifier) gets provisioned concurrency \($0)" }
                ?? "\(function):\(qualifier) has no provisioned concurrency any more"
        case .eventSource(let uuid, let function, let enabled):
            "event source \(uuid) of \(function) is switched \(enabled ? "on" : "off")"
        case .functionURL(let function, let qualifier, let authType):
            "the address of \(function)\(qualifier.map { ":" + $0 } ?? "") asks for authentication \(authType)"
        case .secretPolicy(let secret, let document):
            document == nil ? "the resource policy of \(secret) is removed" : "\(secret) gets its resource policy"
        case .key(let id, let enabled): "key \(id) is \(enabled ? "enabled" : "disabled")"
        case .alias(let function, let name, let version, let weights):
            "alias \(name) of \(function) goes to version \(version)"
                + (weights.isEmpty
                    ? "" : ", " + weights.map { "\($0.weight) of it to \($0.version)" }.joined(separator: ", "))
        case .description(let function, _): "\(function) gets its description and new sandboxes"
        }
    }
}

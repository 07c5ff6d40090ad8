extension ConsumerGraph {
    /// Whether the thing is in its list; true for what is of no list.
    public func has(_ reference: Reference) -> Bool {
        let known = known(reference)
        return switch known {
        case .function(let name, _): functions[name] != nil
        case .parameter, .secret: facts.lists(known)
        case .key: facts.keys.contains { $0.common.reference == known }
        case .variable(let function, let version, let name):
            variables(function, version).contains { $0.name == name }
        case .stack(let name): facts.stacks.isEmpty || facts.stacks.contains { $0.name == name }
        case .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL: true
        }
    }

    private func variables(_ function: String, _ version: String?) -> [FunctionRow.Variable] {
        let row = version == nil ? functions[function] : facts.versions[function]?.first { $0.version == version }
        return row?.variables ?? []
    }
}

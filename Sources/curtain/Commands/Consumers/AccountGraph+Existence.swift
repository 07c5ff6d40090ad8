import Inventory
import Operations

extension AccountGraph {
    /// Whether the thing is in its list; true for what is of no list.
    func has(_ reference: Reference) -> Bool {
        let known = graph.known(reference)
        return switch known {
        case .function(let name, _): facts.functions.contains { $0.common.reference == .function(name: name) }
        case .parameter: facts.parameters.contains { $0.common.reference == known }
        case .secret: facts.secrets.contains { $0.common.reference == known }
        case .key: facts.keys.contains { $0.common.reference == known }
        case .variable(let function, let version, let name):
            variables(function, version).contains { $0.name == name }
        case .stack(let name): facts.stacks.isEmpty || facts.stacks.contains { $0.name == name }
        case .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL: true
        }
    }

    private func variables(_ function: String, _ version: String?) -> [FunctionRow.Variable] {
        let row =
            version == nil
            ? facts.functions.first { $0.common.reference == .function(name: function) }
            : facts.versions[function]?.first { $0.version == version }
        return row?.variables ?? []
    }
}

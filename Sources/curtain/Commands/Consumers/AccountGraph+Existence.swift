import Inventory
import Operations

extension AccountGraph {
    /// Throws `notFound` for a thing of a listed kind that is not in its list.
    func require(_ reference: Reference) throws(OperationFailure) {
        let known = graph.known(reference)
        let isThere: Bool
        switch known {
        case .function(let name, _): isThere = facts.functions.contains { $0.common.reference == .function(name: name) }
        case .parameter: isThere = facts.parameters.contains { $0.common.reference == known }
        case .secret: isThere = facts.secrets.contains { $0.common.reference == known }
        case .key: isThere = facts.keys.contains { $0.common.reference == known }
        case .variable(let function, let version, let name):
            let rows = facts.functions.filter { $0.common.reference == .function(name: function) }
            let row = version == nil ? rows.first : facts.versions[function]?.first { $0.version == version }
            isThere = row?.variables.contains { $0.name == name } ?? false
        case .stack(let name): isThere = facts.stacks.isEmpty || facts.stacks.contains { $0.name == name }
        case .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL: isThere = true
        }
        guard isThere else { throw OperationFailure(.notFound, "no \(known) in \(facts.region)") }
    }
}

import StrictJSON

/// The strings of a JSON text with the way to each.
enum JSONLeaves {
    /// More are not looked at.
    private static let limit = 2_000

    static func of(_ root: JSONNode) -> [(path: [String], node: JSONNode)] {
        var found: [(path: [String], node: JSONNode)] = []
        walk(root, [], into: &found)
        return found
    }

    private static func walk(_ node: JSONNode, _ path: [String], into found: inout [(path: [String], node: JSONNode)]) {
        guard found.count < limit else { return }
        switch node.kind {
        case .object: for (key, value) in node.members { walk(value, path + [key.string ?? ""], into: &found) }
        case .array:
            for (index, value) in node.elements.enumerated() { walk(value, path + [String(index)], into: &found) }
        case .string: found.append((path, node))
        case .number, .bool, .null: break
        }
    }
}

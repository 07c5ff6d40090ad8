import StrictJSON

/// A JSON Pointer (RFC 6901): the way to one field of a JSON value.
struct FieldPath: Equatable {
    var steps: [String]

    init(steps: [String]) { self.steps = steps }

    /// `/a~1b/0`; nil if the text is no pointer.
    init?(_ text: String) {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        var steps: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            var step = ""
            var rest = part[...]
            while let character = rest.popFirst() {
                guard character == "~" else {
                    step.append(character)
                    continue
                }
                switch rest.popFirst() {
                case "0": step.append("~")
                case "1": step.append("/")
                default: return nil
                }
            }
            steps.append(step)
        }
        self.steps = steps
    }

    var text: String {
        steps.map { step in
            "/"
                + step.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
        }.joined()
    }

    /// The node that the pointer names; nil if there is none.
    func node(in root: JSONNode) -> JSONNode? {
        var node = root
        for step in steps {
            switch node.kind {
            case .object:
                guard let member = node[step] else { return nil }
                node = member
            case .array:
                // RFC 6901, section 4: digits without leading zeros.
                guard let index = Int(step), String(index) == step, index >= 0,
                    let element = node.elements.dropFirst(index).first(where: { _ in true })
                else { return nil }
                node = element
            case .string, .number, .bool, .null: return nil
            }
        }
        return node
    }
}

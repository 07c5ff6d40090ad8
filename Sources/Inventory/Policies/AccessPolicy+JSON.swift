import StrictJSON

extension AccessPolicy {
    /// Reads the JSON text of a policy.
    public init(name: String, json: String) throws(PolicyError) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(json) } catch {
            throw PolicyError(name, "not JSON (\(error.reason) at byte \(error.offset))")
        }
        let root = document.root
        guard let statement = root["Statement"] else { throw PolicyError(name, "has no Statement") }
        let hasVariables = root["Version"]?.string == "2012-10-17"
        var statements: [PolicyStatement] = []
        for (place, node) in (statement.kind == .object ? [statement] : Array(statement.elements)).enumerated() {
            statements.append(
                try PolicyStatement(node, number: place + 1, policy: name, hasVariables: hasVariables))
        }
        self.init(name: name, statements: statements)
    }
}

extension PolicyStatement {
    fileprivate init(_ node: JSONNode, number: Int, policy: String, hasVariables: Bool) throws(PolicyError) {
        guard let effect = node["Effect"]?.string.flatMap(Effect.init) else {
            throw PolicyError(policy, "statement \(number) neither allows nor denies")
        }
        func patterns(_ name: String, ignoresCase: Bool = false) -> Matching<PolicyPattern>? {
            func list(_ node: JSONNode) -> [PolicyPattern] {
                node.texts.map { PolicyPattern($0, ignoresCase: ignoresCase, hasVariables: hasVariables) }
            }
            if let node = node[name] { return .among(list(node)) }
            return node["Not" + name].map { .notAmong(list($0)) }
        }
        guard let actions = patterns("Action", ignoresCase: true) else {
            throw PolicyError(policy, "statement \(number) has no Action")
        }
        self.init(
            sid: node["Sid"]?.string, effect: effect,
            principal: node["Principal"].map { .among(Self.principals($0)) }
                ?? node["NotPrincipal"].map { .notAmong(Self.principals($0)) },
            actions: actions, resources: patterns("Resource"), conditions: Self.conditions(node["Condition"]),
            number: number)
    }

    private static func principals(_ node: JSONNode) -> [Principal] {
        if node.kind == .string { return node.string == "*" ? [.everybody] : [] }
        return node.members.flatMap { key, value -> [Principal] in
            switch key.string {
            case "AWS": value.texts.map { $0 == "*" ? .everybody : .aws($0) }
            case "Service": value.texts.map { .service($0) }
            case let kind: value.texts.map { .other("\(kind ?? "?") \($0)") }
            }
        }
    }

    private static func conditions(_ node: JSONNode?) -> [PolicyCondition] {
        guard let node else { return [] }
        return node.members.flatMap { condition, tests in
            tests.members.map { key, values in
                PolicyCondition(condition: condition.string ?? "", key: key.string ?? "", values: values.texts)
            }
        }
    }
}

extension JSONNode {
    /// The texts of a string or of a list of strings; numbers and booleans as they are written in policies too.
    fileprivate var texts: [String] {
        switch kind {
        case .string: string.map { [$0] } ?? []
        case .number: int.map { [String($0)] } ?? double.map { [String($0)] } ?? []
        case .bool(let value): [value ? "true" : "false"]
        case .array: elements.flatMap { $0.texts }
        case .object, .null: []
        }
    }
}

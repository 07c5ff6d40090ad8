import SensitiveMemory

/// The paths above names of secrets and parameters, by the fingerprint that a variable holding one would have.
struct PrefixTable: Sendable {
    private var prefixes: [Fingerprint: String] = [:]

    /// Without any path.
    init() {}

    init(_ facts: AccountFacts, _ names: NameIndex) {
        var seen: Set<String> = []
        func add(_ name: String) {
            for path in ParameterPath.above(name) where path.count > 1 && seen.insert(path).inserted {
                prefixes[names.fingerprint(ofName: path)] = path
                if path.hasPrefix("/"), path.dropFirst().contains("/") {
                    prefixes[names.fingerprint(ofName: String(path.dropFirst()))] = path
                }
            }
        }
        for row in facts.parameters { if case .parameter(let name, _) = row.common.reference { add(name) } }
        for row in facts.secrets { if case .secret(let name, _, _) = row.common.reference { add(name) } }
    }

    /// The path that the variable's whole value is: one with a slash at its end or in its middle, or any whose
    /// variable says that it holds a path.
    func prefix(_ variable: FunctionRow.Variable) -> String? {
        guard let fingerprint = variable.fingerprint, let path = prefixes[fingerprint] else { return nil }
        let inner = path.dropFirst().dropLast().contains("/")
        return path.hasSuffix("/") || inner || VariableName(variable.name).hintsAtPrefix ? path : nil
    }

    /// Whether the name is below the path.
    static func covers(_ path: String, _ name: String) -> Bool {
        name.hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }
}

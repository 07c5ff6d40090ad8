import SensitiveMemory

extension FindingSearch {
    func plainSecrets() -> [Finding] {
        facts.functions.flatMap { row in
            row.plainSecrets.map { variable, shape in
                finding(
                    .plainSecret, row.reference(to: variable), "the value is \(shape.words)", severity: shape.severity,
                    fix:
                        "curtain plan move \(row.reference(to: variable).shellWord) --to parameter, or --to secret where it has to rotate by "
                        + "itself; curtain advise says which"
                )
            }
        }
    }

    /// One finding for each value that is in several functions, at the first of its places.
    func sharedSecrets() -> [Finding] {
        facts.plainValues.places.values.compactMap { sorted in
            guard Set(sorted.compactMap(\.ofRow)).count > 1, let first = sorted.first else { return nil }
            return finding(
                .sharedSecret, first, "the same value is in \(Array(sorted.dropFirst()).fewWords)",
                severity: sorted.count > 3 ? .high : nil)
        }
    }

    /// Secrets in published versions that $LATEST no longer has.
    func oldLiterals() -> [Finding] {
        facts.functions.flatMap { row -> [Finding] in
            let name = row.common.functionName
            let latest = Set(row.plainSecrets.compactMap(\.variable.fingerprint))
            var versions: [String: [FunctionRow]] = [:]
            for version in facts.versions[name] ?? [] {
                for (variable, _) in version.plainSecrets
                where variable.fingerprint.map({ !latest.contains($0) }) ?? false {
                    versions[variable.name, default: []].append(version)
                }
            }
            return versions.sorted { $0.key < $1.key }.map { variable, rows in
                let numbers = rows.compactMap(\.version).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
                let routed = graph.routes[name] ?? [:]
                let live = numbers.filter { !(routed[$0] ?? []).isEmpty }
                let traffic = live.isEmpty ? "" : "; an alias sends traffic to \(live.joined(separator: ", "))"
                return finding(
                    .oldLiteral, .variable(function: name, qualifier: numbers.last, name: variable),
                    "version \(numbers.joined(separator: ", ")) holds what $LATEST does not\(traffic)",
                    severity: live.isEmpty ? nil : .high)
            }
        }
    }

    func templateSecrets() -> [Finding] {
        facts.stacks.flatMap { stack -> [Finding] in
            let secrets = stack.plainValues.compactMap { value in
                value.variable.shape.map { shape in "\(value.variable.name) of \(value.function) (\(shape.words))" }
            }
            guard !secrets.isEmpty else { return [] }
            return [
                finding(
                    .templateSecret, .stack(name: stack.name),
                    "its template has \(secrets.prefix(4).joined(separator: ", "))"
                        + (secrets.count > 4 ? " and \(secrets.count - 4) more" : ""))
            ]
        }
    }

    func plainParameters() -> [Finding] {
        facts.parameters.compactMap { row in
            guard !row.isSecure, case .parameter(let name, _) = row.common.reference, Self.isNamedLikeSecret(name)
            else {
                return nil
            }
            return finding(.plainParameter, row.common.reference, "its type is \(row.type), and its name says secret")
        }
    }

    /// By the last two parts of a path: `/prod/orders/db/password`, `/prod/stripe-api-key`.
    private static func isNamedLikeSecret(_ name: String) -> Bool {
        let parts = name.split(separator: "/").suffix(2)
        return VariableName(parts.joined(separator: "_")).meaning == .secret
            || parts.last.map { VariableName(String($0)).meaning == .secret } ?? false
    }
}

extension FunctionRow {
    /// The variables that hold a secret in the clear: what looks like one and names nothing in the account.
    var plainSecrets: [(variable: Variable, shape: SecretShape)] {
        variables.compactMap { variable in
            guard let shape = variable.shape, variable.of == nil, variable.source == .literal else { return nil }
            return (variable, shape)
        }
    }

    func reference(to variable: Variable) -> Reference {
        .variable(function: common.functionName, name: variable.name)
    }
}

extension SecretShape {
    /// How sure it is that this hurts.
    var severity: Severity {
        switch self {
        case .privateKey, .token(.aws): .critical
        case .token, .passwordInURL, .passwordInText, .credential, .named: .high
        case .random: .medium
        }
    }
}

import Inventory

/// Findings, costs and the comparison of stores.
extension ConsoleModel {
    /// `check`, `check high`
    mutating func runCheck(_ argument: String) {
        guard let severity = argument.isEmpty ? .low : Severity(rawValue: argument) else {
            message = Notice(.warning, "severities are \(Severity.allCases.map(\.rawValue).joined(separator: ", "))")
            return
        }
        visit(.report(.findings(severity)))
    }

    /// `stores REF`; without one, for what is selected.
    mutating func runStores(_ argument: String) {
        let reference: Reference?
        if argument.isEmpty {
            reference = selectedThing
        } else {
            do throws(ReferenceError) { reference = try Reference(parsing: argument) } catch {
                message = Notice(.warning, "\(error)")
                return
            }
        }
        guard let reference, reference.namesValue else {
            message = Notice(.warning, "say which: a secret, a parameter or a variable, as in secret:NAME")
            return
        }
        visit(.report(.stores(reference)))
    }

    /// What is known of a secret without its value; nil if it is not in the lists.
    func place(of reference: Reference) -> StoredPlace? {
        var answers = AdviceAnswers()
        var known: [String] = []
        let store: SecretStore
        let row = reference.ofRow.flatMap { knownRow(of: $0) ?? knownRow(of: reference) }
        switch (reference, row) {
        case (.variable(_, _, let name), .function(let function)?):
            guard let variable = function.variables.first(where: { $0.name == name }) else { return nil }
            if let target = variable.of { return place(of: target) }
            store = variable.source == .ciphertext ? .kms : .environment
            answers.size = variable.size.typicalBytes
            answers.functions =
                1 + equals.others(than: function.reference(of: variable), holding: variable.fingerprint).count
            known.append("its size is \(variable.size.rawValue); \(answers.functions) hold the same value")
        case (.parameter, .parameter(let parameter)?):
            store = .parameterStore
            answers.functions = max(1, readers(of: parameter.common.reference))
            if parameter.isAdvanced { answers.size = AWSFact.standardParameterBytes.count + 1 }
            known.append("\(readers(of: parameter.common.reference)) functions name it in a variable")
        case (.secret, .secret(let secret)?):
            store = .secretsManager
            answers.functions = max(1, readers(of: secret.common.reference))
            answers.rotation = secret.rotation.enabled ? .mandated : .wanted
            answers.regions = 1 + (secret.replicas?.count ?? 0)
            known.append("\(readers(of: secret.common.reference)) functions name it in a variable")
            known.append(secret.rotation.enabled ? "it rotates, so it must" : "it does not rotate by itself")
        default: return nil
        }
        known += [
            "blast radius \(answers.blastRadius.rawValue), readers of configurations \(answers.readers.rawValue), "
                + "\(answers.regions) region, \(answers.calls) reads a month",
            "curtain advise asks for each of these"
        ]
        return StoredPlace(reference: reference, store: store, answers: answers, known: known)
    }

    /// How many functions name it in a variable, as far as the list tells.
    private func readers(of reference: Reference) -> Int {
        list(.function).rows.count { row in
            guard case .function(let function) = row else { return false }
            return function.variables.contains { $0.of?.ofRow == reference || $0.of == reference }
        }
    }
}

extension SizeClass {
    /// Bytes that stand for the class.
    fileprivate var typicalBytes: Int {
        switch self {
        case .empty: 1
        case .short: 16
        case .medium: 64
        case .long: 512
        }
    }
}

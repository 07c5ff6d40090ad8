import Operations

/// What is wrong with the account at the end of a run, line by line; nothing where it is as it should be.
enum EndState {
    case new
    case old
    /// As new, and nothing that can be removed holds the old value.
    case retired

    func faults(_ bench: Bench) -> [String] {
        if let faults = moveFaults(bench) ?? setFaults(bench) ?? ciphertextFaults(bench) { return faults }
        let account = bench.aws.account
        var faults: [String] = []
        func require(_ condition: Bool, _ words: String) { if !condition { faults.append(words) } }
        for (name, function) in account.functions {
            for configuration in function.serving {
                require(account.works(function, configuration), "\(name) does not work: \(configuration.variables)")
            }
            guard let former = bench.before.functions[name] else { continue }
            require(
                Set(function.latest.variables.keys).union([FunctionLane.marker])
                    == Set(former.latest.variables.keys).union([FunctionLane.marker]), "\(name) lost a variable")
            for (key, value) in former.latest.variables where !value.hasPrefix("c4nary") {
                require(function.latest.variables[key] == value, "\(key) of \(name) was changed")
            }
            require(function.aliases.values.allSatisfy { $0.weights.isEmpty }, "\(name) has weights left")
            require(function.latest.code == former.latest.code, "the code of \(name) changed")
        }
        for (name, secret) in account.secrets {
            require(secret.pendingCount <= 1, "\(name) has \(secret.pendingCount) pending versions")
            require(
                secret.versions.values.allSatisfy {
                    !$0.labels.isEmpty || $0.value == nil || $0.value?.contains("older") == true
                        || self == .retired && $0.value?.contains("c4nary-old") == true
                }, "a version of \(name) lost its last label")
        }
        for (name, parameter) in account.parameters where name.hasPrefix("/curtain/") {
            require(false, "\(name) is left with \(parameter.versions.count) versions")
        }
        let moved = account.keyAliases["alias/own"] == "k-2"
        if bench.scenario == .key {
            require((account.keys["k-1"]?.rotations == 1) == (self == .new), "the key: \(account.keys)")
        }
        if bench.scenario == .keyAlias { require(moved == (self == .new), "the alias: \(account.keyAliases)") }
        switch self {
        case .new: faults += newFaults(bench, account)
        case .old: faults += oldFaults(bench, account)
        case .retired: faults += newFaults(bench, account) + retiredFaults(bench, account)
        }
        return faults
    }

    private func newFaults(_ bench: Bench, _ account: FakeAccount) -> [String] {
        var faults: [String] = []
        for literal in Self.literals(account, bench) where literal.value == "c4nary-old" {
            faults.append("\(literal.name) still has the old value")
        }
        for (name, secret) in account.secrets {
            if secret.current != bench.plan.token { faults.append("\(name) is at \(secret.current ?? "nothing")") }
            if secret.pendingCount > 0 { faults.append("\(name) has a pending version") }
        }
        for (name, parameter) in account.parameters where bench.before.parameters[name] != nil {
            if parameter.versions.last?.value.hasPrefix("c4nary-new") != true { faults.append("\(name) is not new") }
            let former = bench.before.parameters[name]?.versions.last
            let last = parameter.versions.last
            if former?.keyID != last?.keyID || former?.type != last?.type
                || former?.allowedPattern != last?.allowedPattern
            {
                faults.append("\(name) lost an attribute")
            }
        }
        let values = Set(Self.literals(account, bench).map(\.value))
        if values.count > 1 { faults.append("functions hold \(values.count) different values") }
        return faults
    }

    private func retiredFaults(_ bench: Bench, _ account: FakeAccount) -> [String] {
        var faults: [String] = []
        for (name, function) in account.functions {
            for number in 1...max(1, function.versions.count) {
                guard let (_, configuration) = function.configuration(of: String(number)) else { continue }
                if bench.scenario != .stack, configuration.variables.values.contains("c4nary-old") {
                    faults.append("version \(number) of \(name) still has the old value")
                }
            }
            if function.configuration(of: nil) == nil { faults.append("\(name) is gone") }
        }
        for (name, secret) in account.secrets {
            for (id, version) in secret.versions where version.value?.contains("c4nary-old\"") ?? false {
                if !version.labels.isEmpty { faults.append("version \(id) of \(name) has \(version.labels)") }
            }
            if secret.version(with: "AWSPREVIOUS") != nil { faults.append("\(name) has AWSPREVIOUS") }
        }
        for (name, parameter) in account.parameters where !parameter.labels.isEmpty {
            faults.append("\(name) has labels \(parameter.labels)")
        }
        if bench.plan.hook != nil, account.target.accepts("c4nary-old") {
            faults.append("the target still takes the old value")
        }
        return faults
    }

    private func oldFaults(_ bench: Bench, _ account: FakeAccount) -> [String] {
        var faults: [String] = []
        for literal in Self.literals(account, bench) where literal.value != "c4nary-old" {
            faults.append("\(literal.name) does not have the old value")
        }
        for (name, secret) in account.secrets where secret.current != bench.before.secrets[name]?.current {
            faults.append("\(name) is at \(secret.current ?? "nothing")")
        }
        for (name, parameter) in account.parameters where bench.before.parameters[name] != nil {
            if parameter.versions.last?.value != "c4nary-old" { faults.append("\(name) is not old") }
        }
        for (name, function) in account.functions {
            let former = bench.before.functions[name]?.aliases.mapValues(\.version)
            if function.aliases.mapValues(\.version) != former { faults.append("an alias of \(name) is elsewhere") }
        }
        if !account.target.accepts("c4nary-old") { faults.append("the target does not take the old value") }
        if bench.plan.hook != nil, account.target.accepted.contains(where: { $0.hasPrefix("c4nary-new") }) {
            faults.append("the target still takes the new value")
        }
        return faults
    }

    /// The copies in $LATEST and behind aliases.
    private static func literals(_ account: FakeAccount, _ bench: Bench) -> [(name: String, value: String)] {
        account.functions.flatMap { name, function in
            ([function.latest] + function.serving).flatMap { configuration in
                configuration.variables.filter { $0.value.hasPrefix("c4nary") }.map {
                    ("\($0.key) of \(name)", $0.value)
                }
            }
        }
    }
}

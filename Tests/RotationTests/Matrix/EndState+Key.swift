import Operations

extension EndState {
    /// What is wrong at the end of a plan that encrypts ciphertexts anew; nil where the plan is none.
    func ciphertextFaults(_ bench: Bench) -> [String]? {
        guard bench.scenario == .reEncrypt else { return nil }
        let account = bench.aws.account
        var faults: [String] = []
        func require(_ condition: Bool, _ words: String) { if !condition { faults.append(words) } }
        let key = self == .new ? FakeCiphertext.successor : FakeCiphertext.former
        require(account.keyAliases["alias/own"] == key, "the alias: \(account.keyAliases)")
        for (name, function) in account.functions {
            let former = bench.before.functions[name]?.latest.variables["PIN_CIPHERTEXT"] ?? ""
            for configuration in [function.latest] + function.serving {
                let text = configuration.variables["PIN_CIPHERTEXT"] ?? ""
                let held = FakeCiphertext(text)
                require(held?.plaintext == "c4nary-old", "\(name) lost what it held")
                require(held?.context == FakeCiphertext(former)?.context, "\(name) has another context")
                require(
                    self == .new && name != "away" ? held?.key == key && text != former : text == former,
                    "\(name) is under \(held?.key ?? "nothing")")
                require(configuration.variables["LOG_LEVEL"] == "INFO", "\(name) lost a variable")
                require(account.works(function, configuration), "\(name) does not work")
            }
            require(function.aliases.values.allSatisfy { $0.weights.isEmpty }, "\(name) has weights left")
        }
        return faults
    }
}

import Operations

extension EndState {
    /// What is wrong at the end of a move; nil where the plan is none.
    func moveFaults(_ bench: Bench) -> [String]? {
        guard let move = bench.plan.move else { return nil }
        let account = bench.aws.account
        var faults: [String] = []
        func require(_ condition: Bool, _ words: String) { if !condition { faults.append(words) } }
        let name = bench.scenario == .moveVariable ? "relay" : "bridge"
        guard let function = account.functions[name] else { return ["\(name) is gone"] }
        let reference = bench.scenario == .moveVariable ? ("API_KEY_PARAMETER", "/moved") : ("KEY_SECRET", "prod/key")
        let former = bench.scenario == .moveVariable ? ("API_KEY", "c4nary-old") : ("KEY_PARAM", "/prod/key")
        var wanted = ["LOG_LEVEL": "INFO"]
        wanted[self == .new ? reference.0 : former.0] = self == .new ? reference.1 : former.1
        for configuration in [function.latest] + function.serving {
            let variables = configuration.variables.filter { $0.key != FunctionLane.marker }
            require(variables == wanted, "\(name) has \(variables.sorted { $0.key < $1.key })")
        }
        require(function.aliases.values.allSatisfy { $0.weights.isEmpty }, "weights are left")
        require(account.policies.count == (self == .new ? move.grants.count : 0), "policies: \(account.policies.keys)")
        let secret = account.secrets["prod/key"]
        let isThere = secret.map { !$0.settings.isDeleted } ?? false
        let held = secret?.current.flatMap { secret?.versions[$0]?.value }
        switch (bench.scenario, self) {
        case (.moveVariable, .new):
            require(account.parameters["/moved"]?.versions.map(\.value) == ["c4nary-old"], "the parameter")
        case (.moveVariable, .old): require(account.parameters["/moved"] == nil, "the parameter is still there")
        case (.moveParameter, .new):
            require(isThere && held == "c4nary-old", "the secret")
            require(account.parameters["/prod/key"] == nil, "the parameter is still there")
        case (.moveParameter, .old):
            require(!isThere, "the secret is still there")
            let last = account.parameters["/prod/key"]?.versions.last
            require(last?.value == "c4nary-old" && last?.keyID == "alias/own", "the parameter is not as it was")
        case (_, _): faults.append("a plan of this kind does not end so")
        }
        return faults
    }
}

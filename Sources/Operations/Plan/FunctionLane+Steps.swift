import Inventory

extension FunctionLane {
    /// What is done to the function, in order. An alias gets a share first only if the rollout gives one and the alias
    /// can have one; the invocation is there only if a check asks for it.
    func steps(in rollout: Rollout) -> [PlanStep] {
        let reference = Reference.function(name: function)
        let names = changes.map(\.variable) + [Self.marker]
        var steps: [PlanStep] = []
        if changes.contains(where: { !$0.isNew }), keptVersion == nil, stack == nil {
            steps.append(
                PlanStep(
                    .keepFunctionVersion, reference,
                    call: "lambda:PublishVersion \(function) as it is, so that the old value stays at hand"))
        }
        if stack == nil {
            steps.append(
                PlanStep(
                    .updateEnvironment, reference,
                    call: "lambda:UpdateFunctionConfiguration \(function) Environment=<redacted; changed: "
                        + "\(names.joined(separator: " "))> RevisionId=<as read>"))
        }
        steps.append(
            PlanStep(
                .awaitUpdate, reference, call: "lambda:GetFunction \(function) until LastUpdateStatus is Successful"))
        if !routes.isEmpty {
            steps += [
                PlanStep(
                    .publishVersion, reference,
                    call: "lambda:PublishVersion \(function) CodeSha256=<as read> RevisionId=<as read>"),
                PlanStep(
                    .awaitVersion, reference, call: "lambda:GetFunction \(function):<new version> until State is Active"
                )
            ]
        }
        if rollout.invokes {
            let qualifier = routes.isEmpty ? "" : ":<new version>"
            steps.append(PlanStep(.invokeVersion, reference, call: "lambda:Invoke \(function)\(qualifier)"))
        }
        return steps + routes.flatMap { $0.steps(of: function, in: rollout) }
    }
}

extension FunctionLane.Route {
    fileprivate func steps(of function: String, in rollout: Rollout) -> [PlanStep] {
        let reference = Reference.alias(function: function, name: alias)
        let call = "lambda:UpdateAlias \(function):\(alias)"
        var steps: [PlanStep] = []
        if rollout.weight > 0, provisioned == nil {
            steps.append(
                PlanStep(
                    .weighAlias, reference,
                    call: "\(call) FunctionVersion=\(version) with \(rollout.weight)% to the new version"))
        }
        steps.append(PlanStep(.pointAlias, reference, call: "\(call) FunctionVersion=<new version> RoutingConfig={}"))
        if provisioned != nil {
            steps.append(
                PlanStep(
                    .awaitProvisioned, reference,
                    call: "lambda:GetProvisionedConcurrencyConfig \(function):\(alias) until it is READY"))
        }
        return steps
    }
}

extension Rollout {
    /// Whether each function's new version is invoked.
    var invokes: Bool { checks.contains { $0.invocation != nil } }
}

extension PlanCheck {
    /// The payload and the expected answer of an invocation.
    var invocation: (payload: String, expected: String?)? {
        switch self {
        case .invoke(let payload, let expected): (payload, expected)
        case .errors, .command: nil
        }
    }
}

import Inventory

extension RotationPlanner {
    /// A function whose variables a stack resolves from the source: by a deployment of the stack if the person asked for
    /// that, else it is handed over, with the ways that there are.
    func addResolved(
        _ function: String, by stack: String, from source: Reference, _ request: RotationRequest, to plan: inout Plan
    ) async throws(CallFailure) {
        let reference = Reference.function(name: function)
        let uses =
            facts.stacks.first { $0.name == stack }?.uses.filter {
                $0.function == function && $0.source == source && $0.variable != nil
            } ?? []
        plan.leftOut.removeAll { $0.reference == reference }
        func handOver(_ why: String) { plan.leftOut.append(PlanOmission(reference: reference, why: why)) }
        if let pin = uses.compactMap(\.pin).first(where: { $0 != "AWSCURRENT" }) {
            return handOver(
                "the template of stack \(stack) names version \(pin): it keeps the old value until the template names another"
            )
        }
        guard !uses.isEmpty else {
            return handOver(
                "stack \(stack) puts the value into it: deploy the stack again with a change on this function")
        }
        guard request.wishes.deploysStacks else {
            return handOver(
                "stack \(stack) resolves the value into it. Three ways: plan with --deploy-stacks, which updates the stack by a "
                    + "change set; let your own pipeline deploy \(stack) with a change on this function, behind this plan; or "
                    + "--write-over-stacks with --note, which the next deployment undoes")
        }
        if let words = try await stacks?.obstacle(to: stack, setting: FunctionLane.marker, in: [function]) {
            return handOver(
                "\(words). Let your own pipeline deploy \(stack) with a change on this function, behind this plan; or "
                    + "--write-over-stacks with --note, which the next deployment undoes")
        }
        let variables = Set(uses.compactMap(\.variable)).sorted()
        try await add(
            FunctionChange(
                function: function, changes: variables.map { FunctionLane.Change(variable: $0) }, stack: stack),
            to: &plan, request)
        guard let lane = plan.lanes.first(where: { $0.function == function }) else { return }
        plan.readers.append(
            PlanReader(
                reference: reference, via: "stack \(stack) resolves it into \(variables.joined(separator: " "))",
                until: "until its stack is deployed"))
        for route in lane.routes {
            plan.warnings.append(
                "alias \(route.alias) of \(function) is moved beside stack \(stack); if the stack has made the alias, that is "
                    + "drift until the stack publishes a version of its own")
        }
    }

    /// A function whose stack is deployed without any value having changed: the references are resolved to what is current.
    /// False if no stack resolves anything into its variables.
    func addResolvedAnew(_ function: String, to plan: inout Plan) async throws(CallFailure) -> Bool {
        guard
            let stack = facts.stacks.first(where: { stack in
                stack.uses.contains { $0.function == function && $0.isResolvedAnew }
            })
        else { return false }
        if let words = try await stacks?.obstacle(to: stack.name, setting: FunctionLane.marker, in: [function]) {
            plan.leftOut.append(
                PlanOmission(
                    reference: .function(name: function),
                    why: "\(words). Let your own pipeline deploy \(stack.name) with a change on this function"))
            return true
        }
        let variables = Set(stack.uses.filter { $0.function == function && $0.isResolvedAnew }.compactMap(\.variable))
        try await add(
            FunctionChange(
                function: function, changes: variables.sorted().map { FunctionLane.Change(variable: $0) },
                stack: stack.name), to: &plan, writesOverStacks: true)
        return true
    }

    /// Says that a new start alone does not bring what a stack resolves.
    func warnOfStacks(_ function: String, in plan: inout Plan) {
        for stack in facts.stacks {
            let variables = Set(
                stack.uses.filter { $0.function == function && $0.isResolvedAnew }.compactMap(\.variable))
            guard !variables.isEmpty else { continue }
            plan.warnings.append(
                "stack \(stack.name) resolves \(variables.sorted().joined(separator: " ")) into \(function): it stays as it is "
                    + "without --deploy-stacks")
        }
    }

    /// The stacks that have to be deployed: proposed and read before anything is changed, deployed when the source has the
    /// new value. The proposal is the first step, so that its way back is the last one: then the source is the old one again.
    func addStacks(to plan: inout Plan) {
        for stack in Set(plan.lanes.compactMap(\.stack)).sorted().reversed() {
            let reference = Reference.stack(name: stack)
            if let parent = facts.stacks.first(where: { $0.members.contains(reference) }) {
                plan.warnings.append(
                    "stack \(stack) is nested in stack \(parent.name) and updated by itself; the next deployment of "
                        + "\(parent.name) puts the child's own template back, which resolves the value anew")
            }
            let functions = plan.functions(of: stack).joined(separator: " ")
            plan.opening.insert(
                PlanStep(
                    .proposeStackUpdate, reference,
                    call:
                        "cloudformation:CreateChangeSet \(stack) \(plan.changeSet) with \(FunctionLane.marker)=\(plan.id) in "
                        + "\(functions), refused if it touches anything else"), at: 0)
            plan.opening.append(
                PlanStep(
                    .deployStack, reference,
                    call: "cloudformation:ExecuteChangeSet \(stack) \(plan.changeSet), until it is UPDATE_COMPLETE"))
        }
    }
}

extension StackFacts.Use {
    /// Whether a deployment puts the current value into a variable.
    fileprivate var isResolvedAnew: Bool {
        variable != nil && (rule == .templateResolve || rule == .templateParameter)
            && (pin == nil || pin == "AWSCURRENT")
    }
}

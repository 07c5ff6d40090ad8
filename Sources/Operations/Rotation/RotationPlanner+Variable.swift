import Inventory

extension RotationPlanner {
    /// A value that stands in variables only: every function that holds the same one gets the new one.
    func variable(_ function: String, _ name: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        let subject = Reference.variable(function: function, name: name)
        let row = facts.functions.first { $0.common.reference == .function(name: function) }
        guard let row else {
            throw CallFailure(.missing, OperationFailure(.notFound, "there is no function \(function)"))
        }
        guard row.variablesError == nil else {
            throw CallFailure(
                .refused, OperationFailure(.failed, "AWS cannot read the variables of \(function), so none is written"))
        }
        guard let variable = row.variables.first(where: { $0.name == name }), let print = variable.fingerprint else {
            throw CallFailure(.missing, OperationFailure(.notFound, "\(function) has no variable \(name) with a value"))
        }
        switch variable.source {
        case .secret, .parameter:
            throw CallFailure(
                .refused,
                OperationFailure(
                    .usage, "\(subject) only names \(variable.of?.text ?? "another thing"): rotate that"))
        case .plain:
            throw CallFailure(
                .refused, OperationFailure(.usage, "\(subject) looks like a plain setting; curtain plan set writes it"))
        case .literal, .unknown, .ciphertext: break
        }
        var plan = draft(.rotateVariable, subject, rollout: request.wishes.rollout)
        plan.transition = request.transition
        plan.recipe = request.recipe
        plan.hook = request.hook
        plan.source = .variable
        plan.copiesSearched = true
        stage(&plan, subject)
        let held = [HeldValue(fingerprint: print, field: nil, isCurrent: true)]
        try await addHolders(of: held, request, to: &plan)
        guard plan.lanes.contains(where: { $0.function == function }) else {
            throw CallFailure(.refused, Self.nothing(plan))
        }
        closeStage(&plan, subject)
        finishHook(&plan, subject)
        return finished(plan)
    }
}

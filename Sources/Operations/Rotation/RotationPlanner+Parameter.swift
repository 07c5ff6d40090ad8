import Inventory

extension RotationPlanner {
    /// A parameter: a new version, everything else as it was.
    func parameter(_ name: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        guard let state = try await parameters.state(of: name) else {
            throw CallFailure(.missing, OperationFailure(.notFound, "there is no parameter \(name)"))
        }
        let subject = Reference.parameter(name: name)
        var plan = draft(.rotateParameter, subject, rollout: request.wishes.rollout)
        plan.transition = request.transition
        plan.recipe = request.recipe
        plan.hook = request.hook
        plan.source = .parameter(version: state.version, attributes: state.attributes)
        try ParameterRoom.check(state, name)
        stage(&plan, subject)
        plan.opening += [
            PlanStep(
                .labelParameterVersion, subject,
                call: "ssm:LabelParameterVersion \(name):\(state.version) \(LabelParameterVersion.label)"),
            PlanStep(
                .putParameterVersion, subject,
                call: "ssm:PutParameter \(name) <redacted> Overwrite Type=\(state.attributes.type)"
                    + (state.attributes.keyID.map { " KeyId=\($0)" } ?? "")
                    + (state.attributes.tier.map { " Tier=\($0)" } ?? ""))
        ]
        if state.attributes.type != "SecureString" {
            plan.warnings.append("it is a \(state.attributes.type): whoever may list its history sees the values")
        }
        if state.attributes.policies?.contains("\"Expiration\"") == true {
            plan.warnings.append(
                "its Expiration policy stays in force: the parameter will be deleted on that day all the same")
        }
        try await addConsumers(of: subject, request, to: &plan)
        addStacks(to: &plan)
        closeStage(&plan, subject)
        finishHook(&plan, subject)
        return finished(plan)
    }

    /// With a hook the new value must stand somewhere before the target has it.
    func stage(_ plan: inout Plan, _ subject: Reference) {
        guard plan.hook != nil else { return }
        plan.opening.append(
            PlanStep(
                .stageValue, subject, call: "ssm:PutParameter \(plan.stagedName) <redacted> Type=SecureString"))
        plan.opening += hookSteps(plan, subject)
    }

    func closeStage(_ plan: inout Plan, _ subject: Reference) {
        guard plan.hook != nil else { return }
        plan.closing.append(PlanStep(.discardStagedValue, subject, call: "ssm:DeleteParameter \(plan.stagedName)"))
    }
}

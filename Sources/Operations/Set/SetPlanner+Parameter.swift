import Inventory

extension SetPlanner {
    func parameter(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        let other = request.settings
        guard other.description == nil, other.key == nil, other.rotation == nil, other.replicas.isEmpty,
            other.resourcePolicy == nil
        else {
            throw Self.refused(
                .usage, "rotation, replicas and resource policies are a secret's; \(request.subject) is a parameter")
        }
        try StoreLimit.checkDescription(request.changes.description, StoreLimit.parameterDescription)
        if request.aim == .create { return try await newParameter(name, request) }
        guard let state = try await parameters.state(of: name) else {
            throw CallFailure(
                .missing,
                OperationFailure(
                    .notFound,
                    "there is no parameter \(name)\(NameTwins.hint(name, in: request.names)); --create makes one"))
        }
        if case .delete = request.aim { return try deletedParameter(name, state, request) }
        var plan = draft(request)
        let attributes = try changed(state.attributes, request.changes, name, warnings: &plan.warnings)
        plan.source = .parameter(version: state.version, attributes: attributes)
        if case .version(let text)? = plan.recipe { plan.recipe = .version(try version(text, of: state, name)) }
        var change = PlannedChange(acceptsAnyForm: request.acceptsAnyForm)
        if attributes != state.attributes { change.former = state.attributes }
        if plan.recipe != .unchanged || change.former != nil {
            try ParameterRoom.check(state, name)
            plan.opening = Self.writing(name, state.version, attributes)
        } else {
            plan.recipe = nil
        }
        change.settings = try await settings(
            RequestedSettings(tags: other.tags), of: .parameter(name: name))
        plan.opening += tagSteps(change.settings, name)
        guard !plan.opening.isEmpty else {
            throw Self.refused(.usage, "\(request.subject) is so already: nothing would change")
        }
        if change != PlannedChange() { plan.change = change }
        if attributes.type != "SecureString" {
            plan.warnings.append("it is a \(attributes.type): whoever may list its history sees the values")
        }
        return plan
    }

    private static func writing(_ name: String, _ version: Int, _ attributes: ParameterAttributes) -> [PlanStep] {
        let subject = Reference.parameter(name: name)
        return [
            PlanStep(
                .labelParameterVersion, subject,
                call: "ssm:LabelParameterVersion \(name):\(version) \(LabelParameterVersion.label)"),
            PlanStep(
                .putParameterVersion, subject, call: "ssm:PutParameter \(name) <redacted> Overwrite \(attributes.words)"
            )
        ]
    }

    private func newParameter(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        try StoreLimit.checkName(request.subject)
        switch request.recipe {
        case .given, .generated: break
        case .unchanged, .version, .byRotation:
            throw Self.refused(.usage, "\(request.subject) is new: it needs a value")
        }
        guard try await parameters.state(of: name) == nil else {
            throw Self.refused(
                .usage, "parameter \(name) is there already: plan without --create to give it a new value")
        }
        var plan = draft(request)
        let type = request.changes.type ?? "SecureString"
        var changes = request.changes
        changes.type = nil
        let attributes = try changed(
            ParameterAttributes(type: type, tier: "Standard"), changes, name, warnings: &plan.warnings)
        var change = PlannedChange(creates: .parameter(attributes), acceptsAnyForm: request.acceptsAnyForm)
        plan.opening = [
            PlanStep(
                .createParameter, .parameter(name: name),
                call: "ssm:PutParameter \(name) <redacted> \(attributes.words)")
        ]
        change.settings = try await settings(
            RequestedSettings(tags: request.settings.tags), of: .parameter(name: name), isNew: true)
        plan.opening += tagSteps(change.settings, name)
        plan.change = change
        if type != "SecureString" {
            plan.warnings.append("it becomes a \(type): whoever may list its history sees the values")
        }
        NameTwins.warning(name, in: request.names).map { plan.warnings.append($0) }
        return plan
    }

    private func deletedParameter(
        _ name: String, _ state: ParameterState, _ request: SetRequest
    ) throws(CallFailure) -> Plan {
        guard request.changes.isEmpty, request.settings.isEmpty else {
            throw Self.refused(.usage, "\(request.subject) is to be deleted: nothing else can be set with that")
        }
        var plan = draft(request)
        plan.recipe = nil
        plan.source = .parameter(version: state.version, attributes: state.attributes)
        plan.opening = [
            PlanStep(.deleteParameter, .parameter(name: name), call: "ssm:DeleteParameter \(name)")
        ]
        plan.cannotUndo.append(
            "the parameter, its value and its \(state.count) versions: Parameter Store has no recovery window")
        return plan
    }

    private func tagSteps(_ changes: [SettingChange], _ name: String) -> [PlanStep] {
        changes.map {
            PlanStep(
                $0.setting.action, .parameter(name: name),
                call: "ssm:AddTagsToResource, RemoveTagsFromResource \(name) \($0.to)")
        }
    }

    private func changed(
        _ attributes: ParameterAttributes, _ changes: ParameterChanges, _ name: String, warnings: inout [String]
    ) throws(CallFailure) -> ParameterAttributes {
        var attributes = attributes
        if let type = changes.type, type != attributes.type {
            throw Self.refused(
                .usage,
                "\(name) is a \(attributes.type), and AWS changes no type: curtain plan move param:\(name) --to parameter"
            )
        }
        if let tier = changes.tier {
            if attributes.tier == "Advanced", tier == "Standard" {
                throw Self.refused(
                    .usage,
                    "\(name) is advanced, and AWS makes no standard one of it again: delete it and create it anew")
            }
            attributes.tier = tier
        }
        if let key = changes.keyID {
            guard attributes.type == "SecureString" else {
                throw Self.refused(
                    .usage,
                    "\(name) is a \(attributes.type), which has no key: curtain plan move param:\(name) --to parameter")
            }
            attributes.keyID = key
        }
        if let policies = changes.policies {
            guard attributes.tier == "Advanced" || attributes.tier == "Intelligent-Tiering" || policies == "[]" else {
                throw Self.refused(.usage, "policies need the advanced tier; say that too")
            }
            attributes.policies = policies
        }
        attributes.description = changes.description ?? attributes.description
        attributes.allowedPattern = changes.allowedPattern ?? attributes.allowedPattern
        if attributes.policies?.contains("\"Expiration\"") == true {
            warnings.append("its Expiration policy is in force: the parameter will be deleted on that day")
        }
        if changes.tier == "Advanced" {
            warnings.append("a rollback leaves the advanced tier: AWS makes no standard parameter of an advanced one")
        }
        return attributes
    }

    /// The number behind a version or a label.
    private func version(_ text: String, of state: ParameterState, _ name: String) throws(CallFailure) -> String {
        guard let version = Int(text) ?? state.labels[text], (state.oldest...state.version).contains(version) else {
            throw Self.refused(
                .notFound, "\(name) has no version \(text); it has \(state.oldest) to \(state.version)")
        }
        guard version != state.version else {
            throw Self.refused(.usage, "version \(version) of \(name) is the current one already")
        }
        return String(version)
    }
}

extension ParameterAttributes {
    /// As the call of a step shows them.
    var words: String {
        "Type=\(type)" + (keyID.map { " KeyId=\($0)" } ?? "") + (tier.map { " Tier=\($0)" } ?? "")
            + (policies.map { " Policies=\($0)" } ?? "") + (description.map { " Description=\($0)" } ?? "")
    }
}

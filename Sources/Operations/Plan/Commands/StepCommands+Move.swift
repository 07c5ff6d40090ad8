import Inventory

extension StepCommands {
    var grant: [String] {
        guard case .role(let role) = step.reference,
            let grant = plan.move?.grants.first(where: { $0.role == role })
        else { return [] }
        return [
            aws(
                "iam put-role-policy", ("role-name", role), ("policy-name", plan.grantName),
                ("policy-document", grant.document))
        ]
    }

    /// Who reads the old place; of a variable, who reads the new one.
    var lookUp: String {
        let place = plan.source == .variable ? plan.move?.place ?? plan.subject : plan.subject
        let event: String =
            switch place {
            case .secret: "GetSecretValue"
            case .parameter: "GetParameter"
            case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
                .stack:
                "Decrypt"
            }
        return aws(
            "cloudtrail lookup-events", ("lookup-attributes", "AttributeKey=EventName,AttributeValue=\(event)"),
            ("query", "Events[].[EventTime,Username,Resources[].ResourceName]"), ("output", "text"))
    }

    var removeVariables: [String] {
        let removal = plan.move?.removals.first { $0.function == name }
        return write((removal?.variables ?? []).map { .init(variable: $0.name, .removed) }, marker: "\(plan.id).moved")
    }

    var releaseRemoval: [String] {
        [
            "version=$("
                + aws(
                    "lambda publish-version", ("function-name", name), ("description", "curtain \(plan.id) moved"),
                    ("query", "Version"), ("output", "text")) + ")",
            aws(
                "lambda update-alias", ("function-name", name), ("name", alias), ("query", "RevisionId"),
                ("routing-config", "AdditionalVersionWeights={}")) + " --function-version \"$version\""
        ]
    }
}

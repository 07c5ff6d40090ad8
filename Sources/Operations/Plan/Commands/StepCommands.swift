import Inventory

/// One step as commands.
struct StepCommands {
    let plan: Plan
    let step: PlanStep

    /// What answers with variables is asked for one member of the answer only, so that none of them is shown.
    var commands: [String] {
        switch step.action {
        case .keepPendingVersion:
            [stage(plan.id.keptLabel, to: version), stage("AWSPENDING", from: version)]
        case .stageValue:
            [
                aws(
                    "ssm put-parameter", ("name", plan.stagedName), ("type", "SecureString"),
                    ("tier", "Intelligent-Tiering"), ("value", newFile))
            ]
        case .stageSecretVersion:
            [
                aws(
                    "secretsmanager put-secret-value", ("secret-id", name), ("client-request-token", plan.token),
                    ("version-stages", "AWSPENDING"), ("secret-string", newFile))
            ]
        case .setTarget: [hook("set")]
        case .testTarget: ["\(plan.hook ?? "hook") test < \(PlanScript.new)"]
        case .finishTarget: [hook("finish")]
        case .promoteSecretVersion:
            [stage("AWSCURRENT", to: plan.token, from: former), stage("AWSPENDING", from: plan.token)]
        case .startRotation:
            [
                aws(
                    "secretsmanager rotate-secret", ("secret-id", name), ("client-request-token", plan.token))
            ]
        case .awaitRotation:
            [
                until(
                    aws(
                        "secretsmanager describe-secret", ("secret-id", name),
                        ("query", "contains(VersionIdsToStages.\"\(plan.token)\", `\"AWSCURRENT\"`)")), is: "true")
            ]
        case .awaitReplicas:
            [
                until(
                    aws(
                        "secretsmanager describe-secret", ("secret-id", name),
                        ("query", "length(ReplicationStatus[?Status!=`\"InSync\"`])")), is: "0")
            ]
        case .putParameterVersion: [putParameter]
        case .labelParameterVersion:
            [
                aws(
                    "ssm label-parameter-version", ("name", name), ("parameter-version", former),
                    ("labels", LabelParameterVersion.label))
            ]
        case .unlabelParameterVersion:
            [
                aws(
                    "ssm unlabel-parameter-version", ("name", name), ("parameter-version", former),
                    ("labels", LabelParameterVersion.label))
            ]
        case .keepFunctionVersion: [publish("curtain-kept \(plan.id)")]
        case .updateEnvironment: updateEnvironment
        case .awaitUpdate: [aws("lambda wait function-updated-v2", ("function-name", name))]
        case .publishVersion: ["version=$(\(publish("curtain \(plan.id)")))"]
        case .awaitVersion:
            [aws("lambda wait published-version-active", ("function-name", name)) + " --qualifier \"$version\""]
        case .invokeVersion: invocations
        case .weighAlias:
            [
                aws(
                    "lambda update-alias", ("function-name", name), ("name", alias),
                    ("function-version", route?.version), ("query", "RevisionId"))
                    + " --routing-config \"AdditionalVersionWeights={$version=\(Double(plan.rollout.weight) / 100)}\""
            ]
        case .pointAlias:
            [
                aws(
                    "lambda update-alias", ("function-name", name), ("name", alias), ("query", "RevisionId"),
                    ("routing-config", "AdditionalVersionWeights={}")) + " --function-version \"$version\""
            ]
        case .awaitProvisioned:
            [
                until(
                    aws(
                        "lambda get-provisioned-concurrency-config", ("function-name", name), ("qualifier", alias),
                        ("query", "Status"), ("output", "text")), is: "READY")
            ]
        case .checkWave: plan.rollout.checks.compactMap(check)
        case .discardStagedValue: [aws("ssm delete-parameter", ("name", plan.stagedName))]
        case .deleteFunctionVersion:
            [aws("lambda delete-function", ("function-name", name), ("qualifier", version))]
        case .createSecret, .createParameter: createStore
        case .changeDescription: change(.description)
        case .changeTags: change(.tags)
        case .changeKey: change(.key)
        case .changeRotation: change(.rotation)
        case .changeReplicas: change(.replicas)
        case .changeResourcePolicy: change(.resourcePolicy)
        case .deleteSecret: [deleteSecret]
        case .restoreSecret: [aws("secretsmanager restore-secret", ("secret-id", name))]
        case .deleteParameter: [aws("ssm delete-parameter", ("name", name))]
        case .grantAccess: grant
        case .awaitCode: ["read -r answer   # enter, when the code reads \(plan.move?.place.text ?? "the new place")"]
        case .checkUnread: [lookUp]
        case .confirmRemoval: ["read -r answer && [ \"$answer\" = \(ShellCommand.quoted(plan.removedName)) ]"]
        case .removeVariables: removeVariables
        case .releaseRemoval: releaseRemoval
        case .rotateKey: [aws("kms rotate-key-on-demand", ("key-id", plan.key?.key))]
        case .pointKeyAlias:
            [
                aws(
                    "kms update-alias", ("alias-name", Self.keyName(step.reference)),
                    ("target-key-id", plan.key?.successor))
            ]
        case .proposeStackUpdate: proposeStackUpdate
        case .deployStack: deployStack
        case .forgetSecretVersion: [stage("AWSPREVIOUS", from: version)]
        }
    }
}
